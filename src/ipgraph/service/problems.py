"""Errors as problem+json (RFC 9457), naming the field at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from ipgraph.errors import IpgraphError
from ipgraph.service.models.stamp import Problem


class FieldProblem(IpgraphError):
    """An error of one parameter of the request."""

    def __init__(self, field: str, fault: IpgraphError) -> None:
        super().__init__(str(fault), fault.zh)
        self.field, self.status, self.title = field, fault.status, fault.title


@contextmanager
def naming(field: str) -> Iterator[None]:
    """What is wrong with the request inside is the fault of this parameter; a store that is away is nobody's."""
    try:
        yield
    except IpgraphError as fault:
        if fault.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise
        raise FieldProblem(field, fault) from fault


#: What the web framework refuses by itself, in Chinese.
PLAIN = {404: "没有此地址", 405: "此地址不支持该请求方法"}
#: What pydantic finds wrong with a value, by its type of error, in Chinese.
WRONG = {
    "missing": "必填", "json_invalid": "不是 JSON", "literal_error": "应为 {expected} 之一",
    "greater_than_equal": "应不小于 {ge}", "less_than_equal": "应不大于 {le}", "int_parsing": "应为整数",
    "int_type": "应为整数", "int_from_float": "应为整数", "string_type": "应为文字", "list_type": "应为列表",
    "bool_parsing": "应为 true 或 false", "extra_forbidden": "没有这个参数",
    "too_short": "至少应有 {min_length} 项", "too_long": "至多 {max_length} 项",
    "string_too_short": "至少应有 {min_length} 个字符", "string_too_long": "至多 {max_length} 个字符",
    "dict_type": "应为对象", "model_attributes_type": "应为对象",
}


def answer(status: int, title: str, detail: str, detail_zh: str, field: str | None = None) -> JSONResponse:
    problem = Problem(title=title, status=status, detail=detail, detail_zh=detail_zh, field=field)
    return JSONResponse(problem.model_dump(), status, media_type="application/problem+json")


def told(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, IpgraphError)
    return answer(error.status, error.title, str(error), error.zh, getattr(error, "field", None))


def refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    # What stands before the first name is where it was found: body, query, path. JSON that cannot be read is told with
    # the place where it breaks, which is no name.
    named = () if first["type"] == "json_invalid" else first["loc"][1:]
    field = ".".join(map(str, named)) or str(first["loc"][0])
    zh = WRONG.get(first["type"], "{msg}").format(msg=first["msg"], **first.get("ctx", {}))
    zh = zh.replace(" or ", " 或 ") if first["type"] == "literal_error" else zh
    return answer(422, "unusable request", f"{field}: {first['msg']}", f"参数 {field} 无法使用：{zh}", field)


def plain(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail, zh = str(error.detail), PLAIN.get(error.status_code, f"请求未完成：{error.detail}")
    return answer(error.status_code, HTTPStatus(error.status_code).phrase.lower(), detail, zh)


def defect(request: Request, error: Exception) -> JSONResponse:
    """An error that nobody foresaw: the log of the server has its traceback, the answer no details."""
    return answer(500, "defect", "a defect of the program; the server's log says more", "程序缺陷，详见服务日志")


#: What every address may answer besides, for the document.
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": said, "model": Problem}
    for status, said in ((404, "Not found"), (422, "Unusable request"), (503, "Store unavailable"))
}
#: Exception → answer.
HANDLERS: dict[type[Exception], Callable[[Request, Exception], JSONResponse]] = {
    IpgraphError: told, RequestValidationError: refused, HTTPException: plain,
    Exception: defect,
}
