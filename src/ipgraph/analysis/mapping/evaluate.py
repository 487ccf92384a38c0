"""How well texts are mapped: on texts held out, with the label that a rule or an office gave as the truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse

from ipgraph.analysis.mapping.baselines import centroid, majority, named
from ipgraph.analysis.mapping.corpus import Corpus, open_corpus
from ipgraph.analysis.mapping.figures import calibration, figures
from ipgraph.analysis.mapping.learn import learn
from ipgraph.analysis.mapping.read import forms, rows, whole
from ipgraph.analysis.mapping.sample import Sample, draw, drawn
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.bundle import Bundle
from ipgraph.schema import EDGES, NODES
from ipgraph.tables.engine import read

#: A label is given where it is more likely than not.
LIKELY = 0.5
#: The commonest classes of offices that are learnt, and of each as many patents at most, and as many of none of them.
CLASSES, OF_CLASS, OF_NONE = 30, 200, 2000
#: Patents of a label that must be held out, all labels together, to tell anything.
ENOUGH = 20


@dataclass(frozen=True, eq=False)
class Trial:
    """Texts held out: truth, probabilities of the texts as they are and of their titles alone, texts × labels; weight
    of each text; what each baseline gives; how many texts were learnt from."""

    labels: tuple[str, ...]
    truth: np.ndarray
    sure: np.ndarray
    titles: np.ndarray
    weight: np.ndarray
    given: dict[str, np.ndarray]
    seen: int


def evaluate_mapping(bundle: Bundle, thresholds: Thresholds = DEFAULT) -> dict[str, Any]:
    """Figures by task. A quarter of the texts, by title, is held out; models learn and calibrate on the others.

    segments_by_class_rules, segments_by_word_rules: the rule's label as truth, the text alone as input, for chains
    whose rules look at classes, and for those with rules of words alone (whose words are taken out of the texts);
    ipc_subclass, ipc_group: the office's class from the text; words_by_class: the label of rules of words alone from
    the classes. A task with too little to learn from has `too_few` true and no figures.
    """
    with open_corpus(bundle) as corpus:
        tasks = {**by_rule(corpus, bundle, thresholds), **by_class(corpus, bundle, thresholds)}
    return {"threshold": thresholds.text_probability, "examples": thresholds.text_examples, "tasks": tasks}


def by_rule(corpus: Corpus, bundle: Bundle, t: Thresholds) -> dict[str, Any]:
    """The two tasks whose truth is the segment by rule."""
    names = corpus.con.to_pandas(read(corpus.con, bundle.node_file(NODES["Segment"])).select("id", "name", "name_en"))
    spelt = {id: [name for name in both if isinstance(name, str)] for id, *both in names.itertuples(index=False)}
    tried: dict[bool, list[Trial]] = {False: [], True: []}
    few: dict[bool, dict[str, int]] = {False: {}, True: {}}
    for group in corpus.groups():
        sample, wordy = draw(corpus, group, t), bool(group.words)
        few[wordy] |= sample.few
        if sample.segments:
            texts = corpus.read(sample.ids)
            full, brief = rows(texts, group.words), rows(texts, group.words, brief=True)
            spellings = [spelt[segment] for segment in sample.segments]
            unseen = whole(texts.take(pa.array(np.flatnonzero(sample.held))), group.words)
            tried[wordy].append(attempt(sample, full, brief, forms(texts), {
                "name in the text": named(unseen, spellings)}))
    return {f"segments_by_{'word' if wordy else 'class'}_rules": told(tried[wordy], few[wordy], t)
            for wordy in (False, True)}


def by_class(corpus: Corpus, bundle: Bundle, t: Thresholds) -> dict[str, Any]:
    """The tasks between texts and the classes of offices."""
    [ends] = EDGES["CLASSIFIED_AS"].ends()
    edges = read(corpus.con, bundle.edge_file(ends)).select(patent="start", segment="end").distinct()
    frame = corpus.con.to_pandas(edges.order_by("patent", "segment"))
    subclass, group = frame["segment"].str[:4], frame["segment"].str.partition("/")[0]
    small = replace(t, text_most=OF_CLASS, text_none=OF_NONE)
    tasks = {}
    for task, symbol in (("ipc_subclass", subclass), ("ipc_group", group.where(group.str.len() > 4))):
        labels = frame.assign(segment=symbol).dropna().drop_duplicates()
        common = labels["segment"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
        sample = drawn(corpus, labels[labels["segment"].isin(common.index[:CLASSES])], small)
        texts = corpus.read(sample.ids)
        tried = [attempt(sample, rows(texts, ()), rows(texts, (), brief=True), forms(texts), {})] \
            if sample.segments else []
        tasks[task] = told(tried, sample.few, t)
    wordy = corpus.labels[corpus.labels["wordy"]]
    sample = drawn(corpus, wordy[["patent", "segment"]].drop_duplicates(), t)
    tried = []
    if sample.segments:
        long = pd.concat([frame, frame.assign(segment=subclass), frame.assign(segment=group)]).drop_duplicates()
        place = pd.Index(sample.ids).get_indexer(long["patent"])
        codes = pd.factorize(long["segment"][place >= 0], sort=True)[0]
        ends_of = place[place >= 0].astype(np.int32), codes.astype(np.int32)  # the learner takes no longer ones
        found = sparse.csr_array((np.ones(len(codes), dtype=np.float32), ends_of),
                                 shape=(len(sample.ids), max(codes, default=0) + 1))
        tried = [attempt(sample, found, found, np.zeros(len(sample.ids), dtype=int), {})]
    return {**tasks, "words_by_class": told(tried, sample.few, t)}


def attempt(
    sample: Sample, full: sparse.csr_array, brief: sparse.csr_array, form: np.ndarray, given: dict[str, np.ndarray],
) -> Trial:
    """Learn from what is not held out, and try it on what is."""
    seen, held = np.flatnonzero(~sample.held), np.flatnonzero(sample.held)
    known = sample.only(seen)
    model = learn(known, full[seen], brief[seen], form[seen])
    return Trial(
        sample.segments, sample.truth[held], model.probabilities(full[held], form[held]),
        model.probabilities(brief[held], np.ones(len(held), dtype=int)), sample.weight[held],
        {"majority": majority(known.truth, known.weight, len(held)),
         "nearest centroid": centroid(full[seen], known.truth, full[held]), **given}, len(seen))


def told(tried: list[Trial], few: dict[str, int], t: Thresholds) -> dict[str, Any]:
    """The document of a task; trials have labels of their own, and each text counts for those of its trial."""
    base = {"few": dict(sorted(few.items()))}
    if sum(int(trial.truth.sum()) for trial in tried) < ENOUGH:
        return {"too_few": True, **base}
    truth, weight = stacked([x.truth for x in tried]), np.concatenate([x.weight for x in tried])
    sure, titles = stacked([x.sure for x in tried]), stacked([x.titles for x in tried])
    names = [label for x in tried for label in x.labels]
    methods = {"ours": sure >= LIKELY} | {
        name: stacked([x.given[name] for x in tried]) for name in tried[0].given}
    return {
        "too_few": False, "learnt_from": sum(x.seen for x in tried), "texts": len(truth), "labels": len(names), **base,
        "methods": {name: figures(truth, given, weight) for name, given in methods.items()},
        "at_threshold": figures(truth, sure >= t.text_probability, weight),
        "titles_at_threshold": figures(truth, titles >= t.text_probability, weight),
        "calibration": calibrated_over(tried, "sure"), "calibration_titles": calibrated_over(tried, "titles"),
        "by_label": by_label(names, truth, sure >= LIKELY, weight),
    }


def stacked(parts: list[np.ndarray]) -> np.ndarray:
    """Texts below one another, labels beside one another."""
    return np.asarray(sparse.block_diag(parts).toarray(), dtype=parts[0].dtype)


def calibrated_over(tried: list[Trial], which: str) -> dict[str, Any]:
    return calibration(
        np.concatenate([x.truth.ravel() for x in tried]).astype(float),
        np.concatenate([getattr(x, which).ravel() for x in tried]),
        np.concatenate([np.repeat(x.weight, x.truth.shape[1]) for x in tried]))


def by_label(names: list[str], truth: np.ndarray, given: np.ndarray, weight: np.ndarray) -> list[dict[str, Any]]:
    """Precision, recall and F1 of each label, by name."""
    found = []
    for k in np.argsort(np.array(names), kind="stable"):
        hits, put, true = (float(weight[mask].sum()) for mask in (
            truth[:, k] & given[:, k], given[:, k], truth[:, k]))
        found.append({"label": names[k], "held_out": int(truth[:, k].sum()),
                      "precision": round(hits / put, 4) if put else None,
                      "recall": round(hits / true, 4) if true else None,
                      "f1": round(2 * hits / (put + true), 4) if put + true else None})
    return found
