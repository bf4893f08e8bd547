"""Messages come in pieces, broken, or from something that is no LSP client."""

from hypothesis import given
from hypothesis import strategies as st

from lsp_judge.server.frames import MAX_BODY, MAX_HEADER, Body, Broken, FrameParser


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


@given(st.lists(st.binary(max_size=50)), st.integers(min_value=1, max_value=40))
def test_bodies_come_out_whole_however_they_are_cut(bodies: list[bytes], size: int) -> None:
    data = b"".join(map(framed, bodies))
    parser = FrameParser()
    frames = [
        frame
        for start in range(0, len(data), size)
        for frame in parser.feed(data[start : start + size])
    ]
    assert frames == [Body(body) for body in bodies]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_parser(data: bytes) -> None:
    parser = FrameParser()
    parser.feed(data)
    assert all(isinstance(frame, Body | Broken) for frame in parser.feed(framed(b"{}") * 2))


def test_headers_are_read_in_any_case_and_order() -> None:
    data = b"content-type: application/vscode-jsonrpc\r\nCONTENT-LENGTH:2 \r\n\r\n{}"
    assert FrameParser().feed(data) == [Body(b"{}")]


def test_a_body_longer_than_announced_costs_no_further_message() -> None:
    parser = FrameParser()
    data = b'Content-Length: 5\r\n\r\n{"too long": 1}' + framed(b"{}")
    assert parser.feed(data) == [Body(b'{"too'), Body(b"{}")]


def test_a_header_without_length_is_reported_and_the_next_message_read() -> None:
    frames = FrameParser().feed(b"Content-Length: many\r\n\r\n" + framed(b"{}"))
    assert frames == [Broken("a header without Content-Length"), Body(b"{}")]


def test_a_header_that_never_ends_is_not_kept() -> None:
    parser = FrameParser()
    assert parser.feed(b"x" * MAX_HEADER) == []
    [broken, *_] = parser.feed(b"x" * MAX_HEADER)
    assert broken == Broken("a header without an end")
    assert parser.feed(b"\r\n\r\n" + framed(b"{}"))[-1] == Body(b"{}")


def test_a_body_that_nobody_could_hold_is_refused() -> None:
    [broken] = FrameParser().feed(b"Content-Length: %d\r\n\r\n" % (MAX_BODY + 1))
    assert isinstance(broken, Broken)


def test_strict_parsers_take_no_http() -> None:
    request = b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"
    assert FrameParser().feed(request) == [Body(b"{}")]
    assert FrameParser(strict=True).feed(request)[0] == Broken("a header that is not LSP's")
    assert FrameParser(strict=True).feed(framed(b"{}")) == [Body(b"{}")]
