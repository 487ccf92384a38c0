"""IPC, CPC and Locarno symbols in one spelling, and the patterns of classification rules.

H01M10/0525 from `H01M 10/0525 (2010.01)I`, `H01M0010052500` or full-width forms; `H01M`, `H01` and `H` for what
is above; designs have Locarno classes, kept as LOC09-03. Symbol syntax: WIPO ST.8.
"""

from __future__ import annotations

import ibis
from ibis.expr.types import StringValue

GROUP = r"^([A-HY][0-9]{2}[A-Z])([0-9]{1,4})/([0-9]{2,6})"
FIXED = r"^([A-HY][0-9]{2}[A-Z])([0-9]{4})([0-9]{6})$"
MAIN_GROUP = r"^[A-HY][0-9]{2}[A-Z][0-9]{1,4}$"
ABOVE = r"^[A-HY]([0-9]{2}[A-Z]?)?$"
LOCARNO = r"^(?:LOC)?\(?[0-9]*\)?(?:CL\.?)?([0-9]{2})-([0-9]{2})(?:-[A-Z][0-9]+)?$"


def symbol(value: StringValue) -> StringValue:
    """One spelling of a class symbol, from tidy text; null where it is none."""
    # What follows a subgroup, as the version and the marks of ST.8, is no part of the symbol.
    text = value.upper().re_replace(r"(/[0-9]+)[ (].*$", r"\1")
    text = text.re_replace(r"\s|INT\.?CL\.?[0-9]*:?", "").re_replace(r"^[0-9]\.", "")
    bare = text.re_replace(r"\([^)]*\).*$", "")
    return ibis.cases(
        (bare.re_search(GROUP), group(bare, GROUP)),
        (bare.re_search(FIXED), group(bare, FIXED)),
        (bare.re_search(ABOVE), bare),
        (bare.re_search(MAIN_GROUP), group(bare + "/00", GROUP)),
        (text.re_search(LOCARNO), "LOC" + text.re_extract(LOCARNO, 1) + "-" + text.re_extract(LOCARNO, 2)),
        else_=ibis.null("string"),
    )


def group(text: StringValue, pattern: str) -> StringValue:
    """Main group without leading zeros, subgroup without trailing zeros beyond the first two digits."""
    main = text.re_extract(pattern, 2).re_replace("^0+", "")
    sub = text.re_extract(pattern, 3)
    return text.re_extract(pattern, 1) + main + "/" + sub[:2] + sub[2:].re_replace("0+$", "")


def scheme(found: StringValue, given: StringValue) -> StringValue:
    """LOC for Locarno classes, else the scheme that the source names."""
    return ibis.ifelse(found.startswith("LOC"), "LOC", given)


def level(found: StringValue) -> StringValue:
    """section, class, subclass, group (…/00) or subgroup."""
    return ibis.cases(
        (found.startswith("LOC"), "subclass"),
        (found.re_search(r"/00$"), "group"),
        (found.contains("/"), "subgroup"),
        (found.length() == 4, "subclass"),
        (found.length() == 3, "class"),
        else_="section",
    )


def above(found: StringValue) -> StringValue:
    """The symbol next above by its form: subgroup to main group, group to subclass, class, section; else null.

    The indents of the schemes (one subgroup under another) are in no table here, so subgroups of one main group
    stand side by side.
    """
    return ibis.cases(
        (found.startswith("LOC"), ibis.null("string")),
        (found.re_search(r"/00$"), found.left(4)),
        (found.contains("/"), found.re_replace(r"/[0-9]+$", "/00")),
        (found.length() == 4, found.left(3)),
        (found.length() == 3, found.left(1)),
        else_=ibis.null("string"),
    )


def pattern_key(pattern: StringValue) -> StringValue:
    """What a rule's pattern asks for, as one of the `keys` of the symbols that meet it.

    `H01M10*` is the group and all below: `H01M10/`; `H01M50/40*` is every symbol that goes on from there:
    `H01M50/40`; without a star the symbol only: `=H01M4/58`. Null where it is no pattern.
    """
    text = pattern.upper().re_replace(r"\s", "")
    star, body = text.endswith("*"), text.re_replace(r"\*$", "")
    main_group = body.re_search(MAIN_GROUP)
    return ibis.cases(
        (main_group & star, body + "/"),
        (main_group, "=" + body + "/00"),
        (body.re_search(r"/00$") & star, body.re_replace("00$", "")),
        (body.re_search(GROUP + "$") | body.re_search(ABOVE), ibis.ifelse(star, body, "=" + body)),
        else_=ibis.null("string"),
    )


def keys(found: StringValue) -> ibis.expr.types.ArrayValue:
    """Every pattern key that the symbol meets: itself exactly, and each beginning of it."""
    upper = [found.left(n) for n in (1, 3, 4)]
    stem = found.re_extract(r"^([^/]+/)", 1)
    longer = [ibis.ifelse(found.length() >= stem.length() + n, found.left(stem.length() + n), found)
              for n in (2, 3, 4, 5, 6)]
    return ibis.array(["=" + found, *upper, stem, *longer])
