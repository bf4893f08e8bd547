"""What the prose of a pasted statement says about comparing answers."""

from __future__ import annotations

import re

from msgspec import structs

from lsp_judge.model.problem import Checker

# The order must be said of the answer: operations "in any order" say nothing about it. Any
# order "that satisfies this condition" is not any order, nor is any "valid" one.
_LIMITED = r"(?!,? (?:that|which|where|as long as|such that|satisfying|provided|so long as)\b)"
_ANY_ORDER = re.compile(
    r"(?:return|output|answer|print|report|返回|输出|輸出|回傳|答案)[^.。]{0,100}?"
    rf"(?:\bany order\b{_LIMITED}|任意(?:的)?(?:顺序|順序|次序)|不考虑.{0,8}(?:顺序|次序)"
    r"|(?:顺序|次序)(?:不限|任意|可以任意))"
    r"|(?:按|以|用)?任意(?:的)?(?:顺序|順序|次序)[^。]{0,20}(?:返回|输出|輸出|回傳)"
    r"|(?:order of (?:the )?(?:output|result|answer)s? does(?: not|n't) matter)",
    re.IGNORECASE,
)
# The order of the elements of an answer, but not of the words of the problem itself.
_NESTED_ORDER = re.compile(
    r"order of (?:the )?(?:output|answer|result)s?,? and (?:the )?order of (?:the )?"
    r"(?:words|strings|elements|numbers|integers)[^.]{0,60}does(?: not|n't) matter",
    re.IGNORECASE,
)
# What has no order by its nature: the parts of such an answer are in any order as well.
_WITHOUT_ORDER = re.compile(
    r"\b(?:all|the|lists? of|groups? of|unique)\b[^.]{0,60}?"
    r"\b(?:subsets|power set|combinations|quadruplets|triplets|groups)\b"
    r"|\bgroups? (?:the|all|of)\b|子集|组合|分组|四元组|三元组|异位词",
    re.IGNORECASE,
)
# The order within the parts, whose own order is fixed.
_INNER_ORDER = re.compile(
    r"(?:integers|elements|numbers|strings|values) in (?:the|each|every) "
    r"(?:lists?|arrays?|groups?|rows?)[^.]{0,40}?\bany order\b"
    r"|(?:列表|数组)中的(?:整数|元素|数字|字符串)[^。]{0,10}任意(?:的)?顺序",
    re.IGNORECASE,
)
# All things of a kind are a set, where not a word is said of an order.
_ALL_OF_THEM = re.compile(
    r"\b(?:return|generate|find|print|output) (?:a list of )?all (?:the )?"
    r"(?:(?:possible|duplicate|unique|distinct|different|valid|structurally)[ ,-]*)*(?:\w+ )?"
    r"(?:combinations|permutations|subsets|partition\w*|subtrees|trees|sentences|expressions)\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"\b\w*order\w*\b|\bsort|ascending|descending|顺序|排序", re.IGNORECASE)
_CHANGED_ORDER = re.compile(
    r"the (?:relative )?order of (?:the )?elements (?:may|can) be changed"
    r"|元素的顺序可能发生改变|元素的顺序可以改变|不需要考虑(?:输出)?数组中超出",
    re.IGNORECASE,
)
# Several answers are right: not their order alone, but what they are.
_ANY_VALID = re.compile(
    r"\bany valid order\b|\bany order,? (?:that|which|as long as|such that|satisfying)\b"
    r"|(?:multiple|several|more than one|many)[^.]{0,80}?(?:return|print|output|accept)[^.]{0,30}?"
    r"\bany\b(?! order)"
    r"|(?:return|print|output) any (?:one )?(?:of (?:them|the)|valid|such|possible|solution|answer)"
    r"|(?:return|print|output) any (?:\w+ ){1,4}?(?:that|which) (?:satisf|meet|fulfil|match)"
    r"|any (?:(?:valid|correct|such|possible) )?(?:answer|solution|result|output)s?\b(?:[^.]|\.(?=\w)){0,80}?"
    r" (?:is|are|will be|would be|can be) "
    r"(?:also )?(?:accepted|(?:judged|considered|regarded|treated|accepted) (?:as |to be )?(?:correct|valid|right))"
    r"|(?:multiple|several) (?:valid )?(?:answers|solutions) are accepted"
    r"|\bone (?:of the )?possible (?:answer|solution|output|result)s?\b|一个可能的(?:答案|解|输出)"
    r"|uniformly at random|equal(?:ly)? (?:probability|likely)|uniform randomness"
    r"|(?:多个|多种|多组|不止一)[^。]{0,40}(?:任意|任何)(?:一|其中|有效|答案|可)|返回任意(?:一|其中)"
    r"|等概率|随机返回",
    re.IGNORECASE,
)
_POWER = r"10\s*(?:\^|\*\*|<sup>)?\s*\{?\s*[-−–]\s*(?P<power>\d{1,2})"
_TOLERANCE = re.compile(
    r"(?:within|error (?:of|at most|less than)|误差|誤差)[^.。\d]{0,30}?"
    rf"(?:{_POWER}|1e[-−](?P<exponent>\d{{1,2}})|10(?P<raised>⁻[⁰¹²³⁴-⁹]+)"
    r"|(?P<decimal>0\.0*1))",
    re.IGNORECASE,
)
# Statements have a few thousand characters; what is longer is a file full of other comments.
_LONGEST = 100_000
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def checker_of(statement: str, checker: Checker) -> Checker:
    """`checker` with what `statement` says: answers in any order, any of several answers, answers
    within 10^-5."""
    text = " ".join(statement[:_LONGEST].split())
    if order := _order(text):
        checker = structs.replace(checker, **{order: True})
    if _ANY_VALID.search(text):
        checker = structs.replace(checker, any_valid=True)
    if found := _TOLERANCE.search(text):
        tolerance = _tolerance(found)
        checker = structs.replace(checker, float_absolute=tolerance, float_relative=tolerance)
    return checker


def _order(text: str) -> str | None:
    """The flag of a checker that a statement sets."""
    if _INNER_ORDER.search(text):
        return "any_order_inner"
    if _NESTED_ORDER.search(text):
        return "any_order_nested"
    if _ANY_ORDER.search(text):
        return "any_order_nested" if _WITHOUT_ORDER.search(text) else "any_order"
    if _CHANGED_ORDER.search(text):
        return "any_order"
    return "any_order" if _ALL_OF_THEM.search(text) and not _ORDERED.search(text) else None


def _tolerance(found: re.Match[str]) -> float:
    if found["decimal"]:
        return float(found["decimal"])
    digits = found["power"] or found["exponent"]
    return float(f"1e-{digits or found['raised'][1:].translate(_SUPERSCRIPTS)}")
