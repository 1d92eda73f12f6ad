"""Which choices a ballot paper allows, and the one order they are written in."""


class NotAllowed(Exception):
    pass


def split(choices):
    """Ids, and points where there are any."""
    ids = [choice if isinstance(choice, str) else choice[0] for choice in choices]
    points = [choice[1] for choice in choices if not isinstance(choice, str)]
    return ids, points


def check(paper, choices):
    ids, points = split(choices)
    places = {project["id"]: place for place, project in enumerate(paper["projects"])}
    limits, kind = paper["limits"], paper["voteType"]
    if any(id not in places for id in ids) or len(set(ids)) != len(ids):
        raise NotAllowed("an unknown project, or one named twice")
    most = limits.get("maxLength", len(places))
    if not limits.get("minLength", 0) <= len(ids) <= (1 if kind == "choose-1" else most):
        raise NotAllowed("too few or too many choices")
    if kind in ("cumulative", "scoring"):
        written = sorted(zip(ids, points), key=lambda given: (-given[1], places[given[0]]))
        _check_points(limits, kind, ids, points)
        if [list(given) for given in written] != choices:
            raise NotAllowed("not in order of points")
        return
    if points:
        raise NotAllowed("points on a paper without points")
    if kind == "approval":
        costs = {project["id"]: project["costMinor"] for project in paper["projects"]}
        _check_sum(limits, "Cost", "Minor", [costs[id] for id in ids])
        if sorted(ids, key=places.get) != ids:
            raise NotAllowed("not in the order of the paper")


def _check_points(limits, kind, ids, points):
    if len(points) != len(ids):
        raise NotAllowed("choices without points")
    least, most = limits.get("minPoints", 0), limits.get("maxPoints", 2**31 - 1)
    if any(not least <= given <= most for given in points):
        raise NotAllowed("points out of range")
    if kind == "cumulative":
        _check_sum(limits, "Points", "", points)


def _check_sum(limits, what, unit, amounts):
    least, most = limits.get(f"minSum{what}{unit}", 0), limits.get(f"maxSum{what}{unit}", 2**53 - 1)
    if sum(amounts) > most or (amounts and sum(amounts) < least):
        raise NotAllowed("the sum is out of range")
