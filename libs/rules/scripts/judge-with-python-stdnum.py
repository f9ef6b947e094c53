"""Writes fixtures/python-stdnum.json: what python-stdnum says of each made number, one bit a number.

    pip install python-stdnum==2.2
    npm run build && node scripts/write-numbers.cjs | python scripts/judge-with-python-stdnum.py   (in libs/rules)
"""
import base64
import hashlib
import json
import sys
from importlib.metadata import version
from pathlib import Path

from stdnum.cn import ric, uscc

judges = {"resident-id": ric.is_valid, "residence-permit": ric.is_valid, "credit-code": uscc.is_valid}
numbers: dict[str, list[str]] = {kind: [] for kind in judges}
for line in sys.stdin:
    kind, number = line.split()
    numbers[kind].append(number)


def has_unknown_place(number: str) -> bool:
    """Only the place of birth is wrong: the package wants an area that had its code in the year of birth."""
    try:
        ric.get_birth_date(number)
    except Exception:
        return False
    try:
        ric.get_birth_place(number)
    except Exception:
        return number[-1] == ric.calc_check_digit(number)
    return False


def bits_of(kind: str, judge) -> str:
    bits = bytearray((len(numbers[kind]) + 7) // 8)
    for i, number in enumerate(numbers[kind]):
        if judge(number):
            bits[i // 8] |= 1 << (i % 8)
    return base64.b64encode(bytes(bits)).decode()


def verdicts(kind: str) -> dict[str, object]:
    listed = "\n".join(numbers[kind])
    return {
        "count": len(numbers[kind]),
        "sha256": hashlib.sha256(listed.encode()).hexdigest(),
        "valid": bits_of(kind, judges[kind]),
        "unknownPlace": "" if kind == "credit-code" else bits_of(kind, lambda n: n[:17].isdigit() and len(n) == 18 and has_unknown_place(n)),
    }


target = Path(__file__).parent.parent / "fixtures" / "python-stdnum.json"
content = {"package": "python-stdnum (PyPI)", "version": version("python-stdnum"), "kinds": {k: verdicts(k) for k in judges}}
target.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
