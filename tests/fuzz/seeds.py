#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what a fuzz target begins with, a file a seed: examples of resources/openapi.json, files of tests/data, and what
stands below.

usage: seeds.py TARGET FOLDER
"""

import base64
import csv
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests/data"

PHONES = ("79990000001", "+7 (999) 000-00-01", "8 999 000 00 01", "9990000001", "'79990000001", "7.9990000001E+10",
          "79990000001.0", "+7\u00a0999\u202f000\u00a00001", "7,9990000001e10", "+19990000001", "799900000011")
CURSORS = ("k1:42:", "k1:7:2026-11-20T09:00:00Z", "k1:7:Ёлка 😀", "k1:9223372036854775807:a:b::c", "k2:5:a", "k1:0:", "k1:+5:")
TEMPLATES = ("Hello {name|friend}, {{20% off}}", "{ NAME }|{город|}{phone} {operator_code}", "{{{a}}}\0Анна\0", "{", "}{a")
REQUESTS = (
    "GET /api/v1/clients?limit=5 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\n\r\n",
    "POST /api/v1/clients HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n{}GET / HTTP/1.0\r\n\r\n",
    "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n",
    "\r\n\r\nDELETE /a HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\nX:\ty \r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n",
)
TARGETS = (
    "/api/v1/clients?q=%D0%90&tag=a&tag=b+c&limit=10&count=true",
    "/api/v1/clients/12/opt-out",
    "/api/v1/mailings?archived=false&status=sent&status=failed&mailing_id=3&since=2026-11-20T09:00:00Z",
    "/api/v1/imports?map.phone=%D0%A2%D0%B5%D0%BB&map.attribute:a=2&cursor=azE6NDI6",
    "/docs/swagger-ui.css",
    "/api/v1/users/me",
)


def examples(*schemas):
    """The examples of the interface's description."""
    described = json.loads((ROOT / "resources/openapi.json").read_text(encoding="utf-8"))["components"]["schemas"]
    for schema in schemas:
        for example in [described[schema].get("example")] + described[schema].get("examples", []):
            if example is not None:
                yield json.dumps(example, ensure_ascii=False)


def texts():
    """The texts whose parts are known."""
    with (DATA / "sms-length.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield json.loads(row["text_json"])


def cursors():
    for plain in CURSORS:
        yield base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def seeds_of(target):
    if target == "clientjson":
        return [*examples("Client"),
                '{"phone": "8 999 000 00 01", "tag": "vip", "attributes": {" Name": " Anna ", "city": " "},'
                ' "opted_out_at": "2026-11-20T12:00:00+03:00"}',
                '{"phone": "79990000001", "consent": "\\ud83d\\ude00", "opted_out_at": "9999-12-31T23:59:59-14:00"}']
    if target == "mailingjson":
        return [*examples("Mailing"),
                '{"text": "a", "start_at": "2026-11-20T09:00:00Z", "end_at": "2026-11-21T09:00:00Z", "repeat": "weekly",'
                ' "window": {"from": "22:00", "to": "24:00", "weekdays": [1, 7]}, "filter": {"tag": "x"}, "state": "draft"}',
                '{"text": "{a|\\ud83d\\ude00}", "start_at": "0001-01-01T00:00:00+14:00", "end_at": "9999-12-31T23:59:59-14:00",'
                ' "gateway": -1, "rate_limit": 0.5, "allow_missing_fields": true, "repeat": "daily"}']
    if target == "gatewayjson":
        return [*examples("Gateway"),
                '{"name": "trial", "kind": "simulator", "secret": "s", "rate": 12.5, "options": {"a": "b"},'
                ' "retry": {"first_delay": 1.0015, "max_delay": 4.35, "factor": 1.5}}']
    if target == "userjson":
        return [*examples("User"),
                '{"email": "a@b", "name": "Анна О\'Нил-Наи\u0306бс", "role": "viewer", "password": "0123456789"}']
    if target == "settingsjson":
        return [*examples("Settings"), '{"report_recipients": ["a@example.org", "b@example.org"], "public_url": null}']
    known = {"phone": PHONES, "cursor": cursors(), "framer": REQUESTS, "query": TARGETS}
    if target == "template":
        return [*TEMPLATES, *texts()]
    return known.get(target, ())


def main():
    target, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds_of(target)):
        (folder / f"seed-{number}").write_bytes(seed.encode("utf-8", "surrogatepass"))
    if target == "csv":
        for file in sorted((DATA / "clients").iterdir()):
            # Short ones are changed faster, and to more purpose.
            (folder / f"seed-{file.name}").write_bytes(file.read_bytes()[:1000])


if __name__ == "__main__":
    main()
