"""The words of a review's comment: whether they say that something is wrong, and with what.

People put the same fault in many words, so little is asked for: one word, operator or number that
the defect's reason, its category, its lines or the trade's vocabulary for it has as well. A comment
about names, spaces or style needs more than a word that stands in the diff.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PRAISE = frozenset(
    [
     "amazing", "awesome", "beautiful", "beautifully", "brilliant", "clean", "clever", "cool",
     "correct", "elegant", "excellent", "fantastic", "fine", "good", "great", "happy", "lgtm",
     "love", "lovely", "neat", "nice", "ok", "okay", "perfect", "perfectly",
     "right", "safe", "solid", "super", "thanks", "tidy", "wonderful"
    ]
)  # fmt: skip
_CRITICISM = frozenset(
    [
     "against", "although", "because", "break", "breaks", "but", "can", "cannot", "could",
     "crash", "crashes", "danger", "dangerous", "different", "else", "error", "even", "every",
     "everybody", "fail", "fails", "forever", "however", "if", "instead", "leak", "leaks",
     "lose", "loses", "lost", "may", "might", "miss", "misses", "missing", "must", "never", "no",
     "nobody", "not", "nothing", "only", "otherwise", "rather", "risk", "should", "still",
     "than", "then", "too", "unless", "unsafe", "until", "when", "without", "would", "wrong",
     "yet"
    ]
)  # fmt: skip
_SAYS_NOTHING = frozenset(
    [
     "a", "an", "and", "are", "bad", "be", "bug", "bugs", "change", "check", "code", "comment",
     "defect", "do", "does", "done",
     "like", "pretty", "error", "fault", "fix", "for", "hello", "here", "hm", "hmm", "in",
     "is", "issue", "it", "its", "line", "look", "looks", "mistake", "must", "needs", "not",
     "of", "on", "or", "please", "problem", "really", "said", "see", "should", "sure", "test",
     "that", "the", "there", "these", "thing", "things", "think", "this", "to", "todo", "very",
     "was", "way", "well", "what", "why", "word", "words", "wrong", "xx", "xxx"
    ]
)  # fmt: skip
# Words that fit every line of every program.
_COMMON = frozenset(
    """
    about after again all also always any anybody anyone because been before being below better both
    by call called calls come comes could each either everyone everything few first from get gets
    give given gives go goes good had has have he help her here him his how i into itself just keep
    know last let lets line lines made make makes many me mean means more most much my need new next
    now off old once one onto other others our out over own part place point put same say says see
    seem seems set she so some somebody something stand stands such sure take takes tell tells their
    them they though three through time too two under up us use used uses using value want we where
    whether which while who whole whose will with word work worse would write writes you your
    """.split()  # noqa: SIM905 - as a list it is a page
)
_EVERYWHERE = frozenset(
    "as class def elif except import in if none pass return self str try true false with".split()  # noqa: SIM905
)
# What the trade calls one and the same thing. A defect that has a word of a group has them all.
_GROUPS = tuple(
    frozenset(words.split())
    for words in (
        "boundary edge border exactly inclusive exclusive limit off-by-one fencepost equal",
        "injection inject sql query queries escape escaped placeholder parameter parametrise"
        " parameterize quote interpolate f-string bobby",
        "secret password token key credential credentials environment env hardcoded leak leaks git",
        "hash hashed salt salted bcrypt argon2 scrypt pbkdf2 sha256 sha-256 rainbow brute",
        "log logs logged logging logger",
        "except exception exceptions swallow swallows swallowed hide hides hidden silent silently"
        " mask masks broad bare",
        "mutable shared share default list state instances",
        "await awaited never-awaited coroutine unawaited fire-and-forget",
        "blocks blocking block event loop freeze freezes sleep hang hangs stall stalls",
        "cancel cancelled cancels cancelling cancellation cancellederror shutdown",
        "race concurrent concurrently concurrency lock atomic interleave lost update simultaneous",
        "timeout forever unbounded hang hangs limit wait",
        "none null optional nonetype attributeerror missing nullable",
        "empty min max valueerror zero",
        "type float int integer round rounding cents decimal fraction",
        "condition compare compares comparison check checks checked",
        "order-of-work unneeded unnecessary needlessly order sequence earlier later first before"
        " atomicity transaction commit rollback",
        "query queries n+1 loop join database",
        "slow wasted wasted-work performance limit fetchall memory",
        "one-after-the-other sequential sequentially serial parallel gather concurrently concurrent"
        " another",
        "select columns fields response_model leaks-data exposes expose leaks",
        "owner ownership authorisation authorization permission permissions access idor guard"
        " login login_required logged rights role allowed forbidden scope"
        " belongs belong current_user user anyone visitor visitors anonymous unauthenticated",
        "random predictable predict guess guessable secrets entropy cryptographic"
        " cryptographically csprng",
        "redirect phishing url host validate untrusted",
        "request session form client trust trusts user-controlled spoof impersonate forge"
        " trusts-the-request idor owner attacker",
        "task tasks garbage reference taskgroup create_task background lost queue",
        "enumeration enumerate reveal reveals disclose discloses privacy personal"
        " tells-too-much registered exists leaks",
        "return returned raise raised raises status",
        "unit units euro euros cent cents convert conversion",
        "hint annotation annotated typed mypy",
        "modify modifies mutate mutates mutation side-effect side effect query-that-changes",
    )
)

# A comment about how the text looks. The names in the line are then what it wants to have changed.
_LOOKS = re.compile(
    r"""
    \b(?: renam\w+ | naming | misnamed | pep-?8? | readab\w+ | styl(?:e|istic) | cosmetic
    | (?:no|missing|needs?\ a|add\ a)\ docstrings? | docstring\ (?:is\ )?(?:too|very)\ \w+
    | (?:hard|easy|easier|difficult)\ to\ read | ^formatting
    | snake_?case | camel_?case | abbreviat\w+ | verbose | blank\ lines?
    | (?:better|clearer|longer|shorter|good|bad|poor|speaking)\ (?:variable\ )?names?
    | lines?\ (?:is\ |are\ )?(?:too|very|so)\ long | long\ lines? ) \b
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=256)
def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 + (ending == "e"):
            return word.removesuffix(ending)
    return word


_SIGN = r"(?<![^\s`(\w])(?:[<>=!]=|<|>|//?|%|(?<!\w)\?)(?![^\s`)\w.,;:])"  # none in "why?"
_NUMBER = r"(?<!\w)\d+(?![a-z]*\d)"  # those within `k7f2` are no numbers


def _said(text: str) -> set[str]:
    """The words of a text, and its operators and numbers: `amount >= 50` has three."""
    lowered = text.lower().replace("off by one", "off-by-one")
    words = {one.strip("-'") for one in re.findall(r"[^\W\d_][\w'+-]*", lowered)}
    words |= {part for word in words for part in re.split(r"[_'-]", word)}
    signs = set(re.findall(_SIGN, lowered))
    return {one for one in words if len(one) > 1} | signs | set(re.findall(_NUMBER, lowered))


def key_words(reason: str, code: str) -> frozenset[str]:
    """What a comment on a defect may name: from its category and reason, and from its lines."""
    words = _said(reason) - _COMMON - _SAYS_NOTHING
    for group in _GROUPS:
        if not words.isdisjoint(group):
            words = words | group
    words |= _said(code) - _COMMON - _EVERYWHERE - _SAYS_NOTHING
    return frozenset(map(_stem, words))


def names(comment: str, keys: frozenset[str], diff: str = "") -> frozenset[str]:
    """The key words that a comment names.

    Where it is about how the line looks, a word that stands in the diff is none of them: "rename
    `token`" says nothing against the token. An operator or a number is one all the same.
    """
    said = frozenset(map(_stem, _said(comment) - _COMMON - _EVERYWHERE)) & keys
    looks = " ".join(_LOOKS.findall(comment.lower()))
    if not looks:
        return said
    return said - _words(diff) - frozenset(map(_stem, _CRITICISM | _said(looks)))


@lru_cache(maxsize=16)
def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(one) for one in _said(text) if any(map(str.isalpha, one)))


_SHORT = 8  # words of a comment that may be nothing but praise


def finds_fault(words: str) -> bool:
    """Whether a comment says what is wrong: it is about something, and it is no praise."""
    lowered = words.lower()
    vocabulary = set(re.findall(r"[^\W\d_][\w'-]+", lowered))
    blames = bool(vocabulary & _CRITICISM) or "n't" in lowered or "?" in lowered or ":" in lowered
    if vocabulary & _PRAISE and not blames and len(lowered.split()) <= _SHORT:
        return False
    about = (vocabulary | _said(words)) - _PRAISE - _SAYS_NOTHING - {"?"}
    return bool(about)
