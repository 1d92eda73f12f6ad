#!/usr/bin/env python3
"""Checks a published count: python3 verify.py EXPORT_DIR

Written from docs/protocol.md, apart from the program that counted. Needs Python 3.9 and nothing else.
Exit 0 when everything holds, 1 with every fault named by file and line, 2 when it cannot run.
"""

import base64
import json
import os
import sys

import counting
import ed25519
import papers
import shapes
from canonical import Malformed, base64url, canonical, moment, unbase64url
from merkle import Tree, sha256
from signatures import Checks, modulus_of, open_checkpoint, pss_holds

FILES = [
    "manifest.json", "ballots.ndjson", "paper-batches.ndjson", "roll-summary.json", "close.json",
    "checkpoints.ndjson", "result.json",
]  # fmt: skip
HASHED = {
    "manifestSha256": "manifest.json", "checkpointsSha256": "checkpoints.ndjson",
    "rollSummarySha256": "roll-summary.json", "paperBatchesSha256": "paper-batches.ndjson",
}  # fmt: skip
MOST_LISTED = 100


class Verifier:
    def __init__(self, folder):
        self.folder = folder
        self.faults = []
        self.notices = []
        self.head = None

    def fault(self, file, line, code, message):
        self.faults.append((file, line, code, message))

    # Files

    def lines(self, file):
        """Numbered lines as bytes, split at newlines alone."""
        with open(os.path.join(self.folder, file), "rb") as content:
            for number, line in enumerate(content, 1):
                if not line.endswith(b"\n"):
                    self.fault(file, number, "file.end", "the last line does not end in a newline")
                yield number, line[:-1] if line.endswith(b"\n") else line

    def read(self, file, number, line, shape):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            self.fault(file, number, "line.text", "not UTF-8 text")
            return None
        try:
            value = json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError):
            self.fault(file, number, "line.shape", "not JSON")
            return None
        try:
            is_canonical = canonical(value) == text
        except (Malformed, UnicodeEncodeError):
            is_canonical = False
        if not is_canonical:
            self.fault(file, number, "line.canonical", "not the canonical form of its JSON")
            return None
        try:
            shape(value)
        except (Malformed, UnicodeEncodeError) as wrong:
            self.fault(file, number, "line.shape", f"{wrong} out of form")
            return None
        return value

    def read_only(self, file, shape):
        """The value of a file that is one line, with its text."""
        found, count = None, 0
        for number, line in self.lines(file):
            count += 1
            if count > 1:
                self.fault(file, number, "file.lines", "more than one line")
                return None
            value = self.read(file, number, line, shape)
            found = None if value is None else (value, line)
        if count == 0:
            self.fault(file, None, "file.lines", "empty")
        return found

    # The whole

    def run(self):
        names = os.listdir(self.folder)
        for name in sorted(set(names) - set(FILES)):
            self.fault(name, None, "file.unknown", "does not belong to an export")
        missing = [file for file in FILES if file not in names]
        for file in missing:
            self.fault(file, None, "file.missing", "missing")
        manifest_file = None if missing else self.read_only("manifest.json", shapes.manifest)
        if not manifest_file:
            return
        self.manifest, self.manifest_text = manifest_file
        self.papers = {paper["style"]: paper for paper in self.manifest["styles"]}
        self.keys = {}
        for style, paper in self.papers.items():
            key = modulus_of(unbase64url(paper["issuerKey"]))
            if key is None:
                self.fault("manifest.json", 1, "manifest.key", "an issuer key is not RSA-3072")
                return
            self.keys[style] = key
        checkpoints = self.checkpoints()
        roll = self.read_only("roll-summary.json", shapes.roll_summary)
        batches = self.batches()
        close = self.read_only("close.json", shapes.close_record)
        result = self.read_only("result.json", shapes.result)

        tree = Tree(size for size, _, _ in checkpoints)
        tree.append(sha256(self.manifest_text))
        self.ballots(tree)
        if close:
            tree.append(sha256(close[1]))
            self.compare_close(close[0], checkpoints, roll[1] + b"\n" if roll else b"", batches[1])
        self.compare_roots(checkpoints, tree)
        self.compare_batches(batches[0])
        if roll:
            self.compare_roll(roll[0])
        if result and not self.faults:
            self.compare_result(result[0])
        else:
            self.notices.append("the ballots were not counted again because of the faults found")

    # The log

    def checkpoints(self):
        file, found = "checkpoints.ndjson", []
        log = self.manifest["log"]
        for number, line in self.lines(file):
            value = self.read(file, number, line, shapes.checkpoint_line)
            if value is None:
                continue
            opened = open_checkpoint(value["note"], log["origin"], unbase64url(log["key"]))
            if not opened:
                self.fault(file, number, "checkpoint.signature", "not a checkpoint signed by the log's key")
                continue
            if opened[0] <= (found[-1][0] if found else 0):
                self.fault(file, number, "checkpoint.order", "not larger than the checkpoint before it")
            found.append((*opened, number))
            self.head = f"{log['origin']}, size {opened[0]}, root {_base64(opened[1])}"
        return found

    def compare_roots(self, checkpoints, tree):
        file, sound = "checkpoints.ndjson", 0
        for size, root, number in checkpoints:
            if size > tree.size:
                self.fault(file, number, "checkpoint.size", f"covers {size} entries; the export has {tree.size}")
            elif tree.roots.get(size) == root:
                sound = size
            elif size == tree.size and sound == size - 1:
                self.fault("close.json", 1, "close.root", "not the close record that the log holds")
            else:
                where = f"{'manifest.json and ' if sound == 0 else ''}ballots.ndjson lines {max(1, sound)} to {size - 1}"
                message = f"the published entries have another root; look at {where}"
                self.fault(file, number, "checkpoint.root", message)
        if not checkpoints:
            self.fault(file, None, "checkpoint.none", "there is no checkpoint")
        elif checkpoints[-1][0] < tree.size:
            message = f"covers {checkpoints[-1][0]} of {tree.size} entries"
            self.fault(file, checkpoints[-1][2], "checkpoint.last", message)

    # The ballots

    def ballots(self, tree):
        file = "ballots.ndjson"
        self.counted = {style: [] for style in self.papers}
        self.paper_by_style, self.paper_by_batch = {}, {}
        self.line_count = self.online = self.superseded = 0
        holders, serials = {}, set()
        signatures = Checks(lambda number, code, message: self.fault(file, number, code, message))
        shift = 0
        for number, raw in self.lines(file):
            self.line_count = number
            line = self.read(file, number, raw, shapes.ballot_line)
            if line is None:
                tree.append(bytes(32))
                continue
            if line["leaf"] != number + shift:
                message = f"leaf {line['leaf']} stands where leaf {number + shift} belongs"
                self.fault(file, number, "ballot.place", message)
                shift = line["leaf"] - number
            header, body = line["header"], line.get("body")
            hashed = sha256(canonical(body).encode()) if body else unbase64url(line["bodySha256"])
            commitment = sha256(sha256(canonical(header).encode()) + hashed)
            tree.append(commitment)
            if not self.is_allowed(number, header, body):
                continue
            if body:
                self.counted[header["style"]].append(body["choices"])
            if line["source"] == "paper":
                self.sheet(number, line, serials)
                continue
            self.online += 1
            self.superseded += 0 if body else 1
            self.revision(number, header, body is not None, holders)
            self.check_signatures(number, line, commitment, signatures)
        signatures.finish()
        self.finish_revisions(holders)

    def check_signatures(self, number, line, commitment, signatures):
        """The pass, under the key of exactly this election and style, and the ballot, under the key in the pass."""
        header, cred = line["header"], unbase64url(line["header"]["cred"])
        names = f"pass/v1\n{header['election']}\n{header['style']}\n".encode()
        signatures.add(
            (number, "ballot.pass", "the pass is not signed by the issuer for this ballot"),
            pss_holds, self.keys[header["style"]],
            unbase64url(line["passPrefix"]) + names + cred, unbase64url(line["passSig"]),
        )  # fmt: skip
        signatures.add(
            (number, "ballot.signature", "the ballot is not signed by its pass"),
            ed25519.holds, cred, b"ballot/v1\n" + commitment, unbase64url(line["credSig"]),
        )  # fmt: skip

    def is_allowed(self, number, header, body):
        paper = self.papers.get(header["style"])
        try:
            if header["election"] != self.manifest["election"] or not paper:
                raise papers.NotAllowed("the ballot belongs to another election or ballot paper")
            if body:
                papers.check(paper, body["choices"])
            return True
        except papers.NotAllowed as reason:
            self.fault("ballots.ndjson", number, "ballot.rules", str(reason))
            return False

    def sheet(self, number, line, serials):
        file, header, batch, serial = "ballots.ndjson", line["header"], line["batch"], line["serial"]
        if header["cred"] != base64url(sha256(f"paper/v1\n{batch}\n{serial}".encode())) or header["rev"] != 1:
            self.fault(file, number, "paper.credential", "the ballot does not belong to its batch and serial")
        if serial in serials:
            self.fault(file, number, "paper.serial-twice", "this serial stands in an earlier line")
        serials.add(serial)
        self.paper_by_style[header["style"]] = self.paper_by_style.get(header["style"], 0) + 1
        self.paper_by_batch[batch] = self.paper_by_batch.get(batch, 0) + 1

    def revision(self, number, header, is_counted, holders):
        file, rev = "ballots.ndjson", header["rev"]
        holder = holders.setdefault(header["cred"], {"style": header["style"], "lines": {}, "published": []})
        if rev in holder["lines"]:
            message = f"revision {rev} is already in line {holder['lines'][rev]}"
            self.fault(file, number, "ballot.revision-twice", message)
        if holder["style"] != header["style"]:
            self.fault(file, number, "ballot.two-styles", f"this credential voted in {holder['style']} before")
        holder["lines"][rev] = number
        if is_counted:
            holder["published"].append(rev)

    def finish_revisions(self, holders):
        file = "ballots.ndjson"
        self.credentials = len(holders)
        self.credentials_by_style = {}
        for holder in holders.values():
            style, lines, published = holder["style"], holder["lines"], holder["published"]
            self.credentials_by_style[style] = self.credentials_by_style.get(style, 0) + 1
            last = max(lines)
            gap = next((rev for rev in range(1, last) if rev not in lines), None)
            if gap:
                message = f"revision {gap} of this credential is missing"
                self.fault(file, lines[last], "ballot.revision-missing", message)
            if last not in published:
                message = "the last revision of this credential is not counted"
                self.fault(file, lines[last], "ballot.not-counted", message)
            for rev in published:
                if rev != last:
                    message = f"revision {last} replaced this ballot"
                    self.fault(file, lines[rev], "ballot.superseded-counted", message)

    # Totals

    def batches(self):
        file, found, text = "paper-batches.ndjson", [], b""
        for number, line in self.lines(file):
            text += line + b"\n"
            batch = self.read(file, number, line, shapes.paper_batch)
            if batch is None:
                continue
            if found and batch["batch"] <= found[-1]["batch"]:
                self.fault(file, number, "paper.batch-order", "batches are not in order or named twice")
            accounted = batch["inBox"] + batch["spoiled"] + batch["returned"] + batch["missing"]
            if batch["issued"] != accounted or batch["keyed"] != batch["inBox"]:
                if batch["discrepancy"] is None:
                    self.fault(file, number, "paper.totals", "the totals do not add up and nobody says why")
                else:
                    self.notices.append(f"paper batch {batch['batch']} does not add up: {batch['discrepancy']}")
            found.append(batch)
        return found, text

    def compare_batches(self, batches):
        file = "paper-batches.ndjson"
        for number, batch in enumerate(batches, 1):
            published = self.paper_by_batch.get(batch["batch"], 0)
            if published != batch["keyed"]:
                message = f"{batch['keyed']} sheets keyed, {published} ballots published"
                self.fault(file, number, "paper.keyed", message)
        for name in set(self.paper_by_batch) - {batch["batch"] for batch in batches}:
            self.fault(file, None, "paper.batch-unknown", f"ballots of batch {name}, which is not listed")

    def compare_roll(self, roll):
        file = "roll-summary.json"
        same = [style["style"] for style in roll["styles"]] == list(self.papers)
        if roll["election"] != self.manifest["election"] or not same:
            self.fault(file, 1, "roll.elsewhere", "not this election's ballot styles")
            return
        for style in roll["styles"]:
            name, issued = style["style"], style["online"] + style["reissued"]
            used, sheets = self.credentials_by_style.get(name, 0), self.paper_by_style.get(name, 0)
            if used > issued:
                self.fault(file, 1, "roll.passes", f"{name}: {used} passes voted, {issued} were issued")
            elif used > style["online"]:
                self.notices.append(f"{name}: {used} passes voted for {style['online']} electors")
            if sheets > style["paper"]:
                message = f"{name}: {sheets} paper ballots counted, {style['paper']} handed out"
                self.fault(file, 1, "roll.paper", message)

    def compare_close(self, close, checkpoints, roll_text, batches_text):
        before = checkpoints[:-1]
        digest = b"".join(f"{size} {_base64(root)}\n".encode() for size, root, _ in before)
        expected = {
            "election": self.manifest["election"],
            "manifestSha256": sha256(self.manifest_text).hex(),
            "online": self.online,
            "credentials": self.credentials,
            "paper": sum(self.paper_by_style.values()),
            "checkpoints": len(before),
            "checkpointsSha256": sha256(digest).hex(),
            "rollSummarySha256": sha256(roll_text).hex(),
            "paperBatchesSha256": sha256(batches_text).hex(),
        }
        for field, value in expected.items():
            if close[field] == value:
                continue
            if field in HASHED:
                message = f"its SHA-256 is not the one in close.json ({field})"
                self.fault(HASHED[field], None, "file.hash", message)
            else:
                self.fault("close.json", 1, "close.differs", f"{field} is {close[field]}, in the export {value}")
        if moment(close["closedAt"]) < moment(self.manifest["closesAt"]):
            self.notices.append(f"voting was closed at {close['closedAt']}, before {self.manifest['closesAt']}")

    def compare_result(self, result):
        file = "result.json"
        same = [style["style"] for style in result["styles"]] == list(self.papers)
        if result["election"] != self.manifest["election"] or not same:
            self.fault(file, 1, "result.elsewhere", "not this election's ballot styles")
            return
        for published in result["styles"]:
            name = published["style"]
            again, unknown = counting.recount(
                self.papers[name], self.manifest["minorPerUnit"], self.counted[name]
            )
            if unknown:
                self.notices.append(f"{name}: votes counted again, winners not: this program does not know {unknown}")
            for field, value in again.items():
                if published[field] != value:
                    message = f"{name}: {field} counted again is {value}, published {published[field]}"
                    self.fault(file, 1, "result.differs", message)

    # The answer

    def print_report(self):
        place = lambda file: FILES.index(file) if file in FILES else len(FILES)
        ordered = sorted(self.faults, key=lambda fault: (place(fault[0]), fault[1] or 0))
        for file, line, code, message in ordered[:MOST_LISTED]:
            print(f"{file}{'' if line is None else f':{line}'}: {message} [{code}]", file=sys.stderr)
        for notice in self.notices:
            print(f"notice: {notice}")
        if self.head:
            print(f"compare with a witness: {self.head}")
        if self.faults:
            print(f"REFUSED: {len(self.faults)} {'fault' if len(self.faults) == 1 else 'faults'}")
            return 1
        print(f"{self.manifest['election']}: {self.line_count} ballot lines: {self.online} online by "
              f"{self.credentials} passes ({self.superseded} replaced later), "
              f"{sum(self.paper_by_batch.values())} on paper")  # fmt: skip
        print("ok: every signature, the log, the totals and the count hold")
        return 0


def _base64(data):
    return base64.b64encode(data).decode()


def _refuse(_):
    raise ValueError("not JSON")


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        print("usage: python3 verify.py EXPORT_DIR", file=sys.stderr)
        return 2
    verifier = Verifier(sys.argv[1])
    verifier.run()
    return verifier.print_report()


if __name__ == "__main__":
    sys.exit(main())
