#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the walk through the REST interface that stands in README.md, as it stands there, against the real program in a
workspace of its own, and looks at what it left behind.

usage: restwalktest.py HELIOGRAPH README.md
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path


def walk_in(readme):
    found = re.search(r"^```sh rest-walk\n(.*?)^```$", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    if not found:
        sys.exit(f"{readme} has no block `sh rest-walk`")
    return found[1]


def environment_in(folder, heliograph):
    """Nothing outside of the folder is touched, and `heliograph` is the one that is tested."""
    strange = re.compile(r"XDG_|HELIOGRAPH_|(WAYLAND_)?DISPLAY$|.*_proxy$", re.IGNORECASE)
    kept = {name: value for name, value in os.environ.items() if not strange.match(name)}
    return kept | {
        "HOME": str(folder),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "HELIOGRAPH_DATABASE": f"sqlite:{folder}/workspace.db",
        "HELIOGRAPH_KEY_FILE": f"{folder}/workspace.key",
        "HELIOGRAPH_LOG_DIR": f"{folder}/log",
        "PATH": f"{heliograph.parent}:{os.environ['PATH']}",
    }


def fetched(address, headers=None):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(urllib.request.Request(address, headers=headers or {}), timeout=30) as answer:
        return json.load(answer)


class Process:
    """A command that goes on, and the address that it says it listens at."""

    def __init__(self, environment, *arguments):
        self.process = subprocess.Popen(["heliograph", *arguments], env=environment, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if found := re.search(r"https?://[^\s;,\"]+", line):
                self.address = found[0].rstrip("/")
                return
        sys.exit(f"heliograph {' '.join(arguments)} ended without an address: {self.process.wait()}")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.stdout.read()
        return self.process.wait()


class Api:
    def __init__(self, address, token):
        self.address = address
        self.token = token

    def get(self, path):
        return fetched(self.address + path, {"Authorization": f"Bearer {self.token}"})


class Checks:
    def __init__(self):
        self.failed = 0

    def equal(self, what, is_, wanted):
        print(f"{'PASS' if is_ == wanted else 'FAIL'}   {what}: {is_!r}" + ("" if is_ == wanted else f", not {wanted!r}"))
        self.failed += is_ != wanted


def objects_in(output):
    """The answers that the walk showed."""
    for line in output.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


def look(checks, api, simulator, output):
    mailing = next(mailing for mailing in api.get("/api/v1/mailings")["results"] if mailing["name"] == "Walk")
    statistics = api.get(f"/api/v1/mailings/{mailing['id']}/statistics")
    checks.equal("state of the mailing", statistics["state"], "finished")
    checks.equal("messages that were sent", statistics["by_status"]["sent"], 3)
    checks.equal("statuses add up", sum(statistics["by_status"].values()), statistics["total"])
    taken = [entry for entry in fetched(f"{simulator}/_log") if entry["accepted"]]
    checks.equal("phones at the gateway", sorted(entry["phone"] % 100 for entry in taken), [1, 2, 3, 9])
    checks.equal("texts at the gateway", sorted(entry["text"] for entry in taken),
                 ["Does it arrive?", "Hello Anna", "Hello Boris", "Hello friend"])

    report = next(answer for answer in objects_in(output) if "rejected" in answer)
    checks.equal("rows of the import", [report[name] for name in ("rows", "new", "rejected")], [4, 3, 1])
    checks.equal("clients that are left", api.get("/api/v1/clients?tag=walk&count=true")["count"], 3)
    audience = next(answer for answer in objects_in(output) if "by_operator_code" in answer)
    checks.equal("audience", (audience["count"], audience["excluded"]["opted_out"]), (3, 1))
    events = {event["action"] for event in api.get(f"/api/v1/events?mailing_id={mailing['id']}")["results"]}
    checks.equal("events of the mailing", {"mailing.start", "mailing.pause", "mailing.resume"} - events, set())
    checks.equal("settings", api.get("/api/v1/settings")["texts_kept_days"], 60)
    checks.equal("users that are left", [user["email"] for user in api.get("/api/v1/users")["results"]], ["local@localhost"])


def main():
    heliograph, readme = (Path(argument).resolve() for argument in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        environment = environment_in(Path(name), heliograph)
        simulator = Process(environment, "simulator", "--port", "0")
        server = Process(environment, "serve", "--listen", "127.0.0.1:0")
        try:
            surroundings = environment | {"api": server.address, "gateway": f"{simulator.address}/"}
            walk = subprocess.run(["bash", "-c", walk_in(readme)], env=surroundings, cwd=name, text=True,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
            print(walk.stdout)
            if walk.returncode != 0:
                sys.exit(f"the walk ended with {walk.returncode} after the answers above")
            token = subprocess.run(["heliograph", "token", "create", "--user", "local@localhost"], env=environment,
                                   text=True, stdout=subprocess.PIPE, check=True).stdout.strip()
            checks = Checks()
            root = urllib.parse.urljoin(simulator.address, "/").rstrip("/")
            look(checks, Api(server.address, token), root, walk.stdout)
            checks.equal("the server ends in peace", server.stop(), 0)
            checked = subprocess.run(["heliograph", "check"], env=environment, stdout=subprocess.PIPE)
            checks.equal("the database is sound", checked.returncode, 0)
        finally:
            for process in (server, simulator):
                process.process.kill()
        sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
