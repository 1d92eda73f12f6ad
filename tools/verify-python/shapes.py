"""The shape of every file of an export. docs/protocol.md says what each field means."""

from canonical import (
    Malformed, bytes_of, fields, like, line, list_of, moment, one_of, or_none, sha256_hex, slug, some_fields,
    unbase64url, whole,
)  # fmt: skip

project_id = line(64)


def choice(value):
    if isinstance(value, list):
        if len(value) != 2:
            raise Malformed("choice")
        project_id(value[0])
        whole(0, 2**31 - 1)(value[1])
    else:
        project_id(value)
    return value


def rule(value):
    if not isinstance(value, dict):
        raise Malformed("rule")
    return value


def issuer_key(value):
    if len(unbase64url(value)) > 1024:
        raise Malformed("issuerKey")
    return value


header = fields(v=one_of(1), election=slug, style=slug, cred=bytes_of(32), rev=whole(1, 20))
body = fields(choices=list_of(choice, 1000), salt=bytes_of(16))

_online = dict(
    leaf=whole(1, 2**30), source=one_of("online"), header=header,
    credSig=bytes_of(64), passPrefix=bytes_of(32), passSig=bytes_of(384),
)  # fmt: skip
_counted = fields(**_online, body=body)
_superseded = fields(**_online, bodySha256=bytes_of(32))
_paper = fields(
    leaf=whole(1, 2**30), source=one_of("paper"), header=header, body=body,
    batch=slug, serial=like(r"[0-9A-Z]{4,32}"),
)  # fmt: skip


def ballot_line(value):
    if not isinstance(value, dict):
        raise Malformed("line")
    if value.get("source") == "paper":
        return _paper(value)
    return _superseded(value) if "bodySha256" in value else _counted(value)


_limits = some_fields(**{
    name: whole()
    for name in ("minLength", "maxLength", "minPoints", "maxPoints",
                 "minSumPoints", "maxSumPoints", "minSumCostMinor", "maxSumCostMinor")
})  # fmt: skip
_project = fields(
    id=project_id, title=line(300), costMinor=whole(),
    categories=list_of(line(100), 50), neighbourhood=or_none(line(100)),
)  # fmt: skip
_style = fields(
    style=slug, title=line(200), issuerKey=issuer_key, limits=_limits, budgetMinor=whole(),
    voteType=one_of("approval", "choose-1", "ordinal", "cumulative", "scoring"),
    projects=list_of(_project, 1000), rule=rule,
)  # fmt: skip
_manifest = fields(
    format=one_of("commonthread-election/1"), election=slug, title=line(300), opensAt=moment, closesAt=moment,
    currency=like(r"[A-Z]{3}"), minorPerUnit=whole(1, 1000), paperSha256=sha256_hex,
    log=fields(origin=like(r"[A-Za-z0-9][A-Za-z0-9./:_-]{0,126}"), key=bytes_of(32)),
    styles=list_of(_style, 1000),
)  # fmt: skip


def _distinct(names):
    if len(set(names)) != len(names):
        raise Malformed("named twice")


def manifest(value):
    _manifest(value)
    if moment(value["closesAt"]) <= moment(value["opensAt"]) or not value["styles"]:
        raise Malformed("manifest")
    _distinct([style["style"] for style in value["styles"]])
    _distinct([style["issuerKey"] for style in value["styles"]])
    for style in value["styles"]:
        _distinct([project["id"] for project in style["projects"]])
    return value


close_record = fields(
    format=one_of("commonthread-close/1"), election=slug, closedAt=moment, manifestSha256=sha256_hex,
    online=whole(), credentials=whole(), paper=whole(), checkpoints=whole(), checkpointsSha256=sha256_hex,
    rollSummarySha256=sha256_hex, paperBatchesSha256=sha256_hex,
)  # fmt: skip

_roll = fields(
    format=one_of("commonthread-roll-summary/1"), election=slug,
    styles=list_of(fields(style=slug, electors=whole(), online=whole(), paper=whole(), reissued=whole()), 1000),
)  # fmt: skip


def roll_summary(value):
    for style in _roll(value)["styles"]:
        if style["online"] + style["paper"] > style["electors"]:
            raise Malformed("electors")
    return value


paper_batch = fields(
    batch=slug, issued=whole(), inBox=whole(), spoiled=whole(), returned=whole(), missing=whole(), keyed=whole(),
    discrepancy=or_none(line(500)),
)  # fmt: skip

result = fields(
    format=one_of("commonthread-result/1"), election=slug,
    styles=list_of(
        fields(
            style=slug, ballots=whole(), winners=list_of(project_id, 1000), totalCostMinor=whole(),
            projects=list_of(fields(id=project_id, votes=whole(), score=whole()), 1000),
        ), 1000),
)  # fmt: skip


def _text(value):
    if not isinstance(value, str):
        raise Malformed("note")
    return value


checkpoint_line = fields(note=_text)
