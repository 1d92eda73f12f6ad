"""Counts ballots again from the definitions of the rules, with exact fractions. Slow on purpose: easy to check.

Knows `greedy` (without caps and leftovers) and `equal-shares` (without comparison and filter); of anything else it
counts votes and points, and says that it does not know who wins.
"""

import hashlib
from fractions import Fraction

from papers import split

DEFAULTS = {
    "utility": "cost", "tie": "min-cost", "minVotes": 1, "minVotesPercent": 0, "thresholdOn": "votes",
    "conflicts": [], "onMisfit": "skip", "categoryCaps": {}, "neighbourhoodCaps": {}, "leftover": "none",
    "completion": "add1u", "increment": 0, "start": "exact", "exhaustiveStop": True, "comparison": "none",
    "eligibilityFilter": False, "reservePercent": 80,
}  # fmt: skip


class UnknownRule(Exception):
    pass


class Count:
    def __init__(self, paper, minor_per_unit, ballots):
        self.rule = {**DEFAULTS, **paper["rule"]}
        self.ids = [project["id"] for project in paper["projects"]]
        self.costs = [project["costMinor"] for project in paper["projects"]]
        self.budget = paper["budgetMinor"]
        self.unit = minor_per_unit
        self.n = len(ballots)
        place = {id: at for at, id in enumerate(self.ids)}
        ranked = paper["voteType"] == "ordinal"
        groups = {}
        for choices in ballots:
            ids, points = split(choices)
            if not points:
                points = [len(ids) - at if ranked else 1 for at in range(len(ids))]
            marks = tuple(sorted((place[id], given) for id, given in zip(ids, points)))
            groups[marks] = groups.get(marks, 0) + 1
        self.groups = list(groups.items())
        every = range(len(self.ids))
        self.votes = [sum(w for marks, w in self.groups for q, _ in marks if q == p) for p in every]
        self.score = [sum(w * given for marks, w in self.groups for q, given in marks if q == p) for p in every]
        self.rank = self._tie_order()
        at = {id: p for p, id in enumerate(self.ids)}
        self.rivals = [set() for _ in every]
        for group in self.rule["conflicts"]:
            for a in group:
                self.rivals[at[a]] |= {at[b] for b in group if b != a}

    def _tie_order(self):
        tie, seed = self.rule["tie"], self.rule.get("tieSeed")
        lot = lambda p: (hashlib.sha256(f"{seed}\n{self.ids[p]}".encode()).hexdigest() if seed else "", self.ids[p])
        keys = {
            "id": lambda p: self.ids[p],
            "paper-order": lambda p: p,
            "lot": lot,
            "min-cost": lambda p: (self.costs[p], -self.score[p], lot(p)),
            "max-cost": lambda p: (-self.costs[p], -self.score[p], lot(p)),
            "max-votes": lambda p: (-self.score[p], self.costs[p], lot(p)),
        }
        order = sorted(range(len(self.ids)), key=keys[tie])
        return {p: place for place, p in enumerate(order)}

    def eligible(self):
        had = self.votes if self.rule["thresholdOn"] == "votes" else self.score
        needed = max(self.rule["minVotes"], -(-self.rule["minVotesPercent"] * self.n // 100))
        withdrawn = 999_999_999 * self.unit
        return [p for p in range(len(self.ids)) if had[p] >= needed and self.costs[p] != withdrawn]

    def winners(self):
        """Project numbers in the order funded. Raises UnknownRule."""
        name = self.rule["rule"]
        if name == "greedy":
            if self.rule["categoryCaps"] or self.rule["neighbourhoodCaps"] or self.rule["leftover"] != "none":
                raise UnknownRule("greedy with caps or leftovers")
            return self._walk([], self.eligible(), self.rule["utility"], self.rule["onMisfit"])
        if name == "equal-shares":
            if self.rule["comparison"] != "none" or self.rule["eligibilityFilter"]:
                raise UnknownRule("equal-shares with comparison or filter")
            return self._equal_shares()
        raise UnknownRule(name)

    def _walk(self, funded, projects, utility, on_misfit):
        key = {
            "cost": lambda p: Fraction(self.votes[p]),
            "costpoints": lambda p: Fraction(self.score[p]),
            "card": lambda p: self._per_money(self.votes[p], p),
            "points": lambda p: self._per_money(self.score[p], p),
            "borda1": lambda p: self._per_money(self.score[p], p),
            "borda0": lambda p: self._per_money(self.score[p] - self.votes[p], p),
        }[utility]
        left = self.budget - sum(self.costs[p] for p in funded)
        for p in sorted(projects, key=lambda p: (not self._is_free(p, utility), -key(p), self.rank[p])):
            if p in funded or self.rivals[p] & set(funded):
                continue
            if self.costs[p] <= left:
                funded, left = [*funded, p], left - self.costs[p]
            elif on_misfit == "reserve" and 100 * left >= self.rule["reservePercent"] * self.costs[p]:
                return [*funded, p]
            elif on_misfit != "skip":
                break
        return funded

    def _is_free(self, p, utility):
        return self.costs[p] == 0 and utility not in ("cost", "costpoints")

    def _per_money(self, amount, p):
        return Fraction(amount, self.costs[p] or 1)

    def _equal_shares(self):
        completion, candidates = self.rule["completion"], self.eligible()
        start = Fraction(self.budget, max(1, self.n))
        if self.rule["start"] == "floor" and self.n:
            start = Fraction(start // self.unit * self.unit)
        bought = self._shares(start, candidates)
        if completion in ("add1", "add1u", "budget-increase"):
            bought = self._raise_shares(start, bought, candidates)
        if completion in ("add1u", "utilitarian"):
            by = "cost" if self.rule["utility"] in ("cost", "card") else "costpoints"
            bought = self._walk(bought, candidates, by, "skip")
        return bought

    def _raise_shares(self, share, bought, candidates):
        step = self.rule["increment"]
        if self.rule["completion"] == "budget-increase":
            step = Fraction(step or max(1, (2 * self.budget + 100) // 200), max(1, self.n))
        else:
            step = Fraction(step or self.unit)
        supported = [p for p in candidates if self._supporters(p)]
        enough = sum(self.costs)
        while True:
            cost = sum(self.costs[p] for p in bought)
            open_ = [p for p in supported if p not in bought and not self.rivals[p] & set(bought)]
            fits = any(cost + self.costs[p] <= self.budget for p in open_)
            if not open_ or (self.rule["exhaustiveStop"] and not fits) or share > enough:
                return bought
            share += step
            more = self._shares(share, candidates)
            if sum(self.costs[p] for p in more) > self.budget:
                return bought
            bought = more

    def _supporters(self, p):
        share = {
            "points": lambda given: given, "costpoints": lambda given: given,
            "borda1": lambda given: given, "borda0": lambda given: given - 1,
        }.get(self.rule["utility"], lambda given: 1)  # fmt: skip
        found = []
        for g, (marks, weight) in enumerate(self.groups):
            for q, given in marks:
                if q == p and share(given) > 0:
                    found.append((g, weight, share(given)))
        return found

    def _shares(self, share, candidates):
        """One run: everybody has `share`; the cheapest project per unit of utility is bought first."""
        money = [share] * len(self.groups)
        supporters = {p: found for p in candidates if (found := self._supporters(p))}
        bought = []
        for p in sorted((p for p in supporters if self.costs[p] == 0), key=self.rank.get):
            if not self.rivals[p] & set(bought):
                bought.append(p)
        times_cost = self.rule["utility"] in ("cost", "costpoints")
        open_ = [p for p in supporters if self.costs[p] > 0]
        while True:
            offers = []
            for p in list(open_):
                price = None if self.rivals[p] & set(bought) else self._price(p, supporters[p], money)
                if price is None:
                    open_.remove(p)
                else:
                    offers.append((price / (self.costs[p] if times_cost else 1), self.rank[p], p, price))
            if not offers:
                return bought
            _, _, p, price = min(offers)
            for g, _, part in supporters[p]:
                money[g] -= min(money[g], price * part)
            open_.remove(p)
            bought.append(p)

    def _price(self, p, supporters, money):
        """Smallest x with the sum of min(money, part * x) at the cost; None when they cannot afford it."""
        left, parts = Fraction(self.costs[p]), sum(weight * part for _, weight, part in supporters)
        for g, weight, part in sorted(supporters, key=lambda s: money[s[0]] / s[2]):
            price = left / parts
            if price * part <= money[g]:
                return price
            left -= weight * money[g]
            parts -= weight * part
        return None if left > 0 else Fraction(0)


def recount(paper, minor_per_unit, ballots):
    """What `result.json` should say of a style; `winners` is None when the rule is not known here."""
    count = Count(paper, minor_per_unit, ballots)
    projects = [
        {"id": id, "votes": votes, "score": score} for id, votes, score in zip(count.ids, count.votes, count.score)
    ]
    try:
        won = count.winners()
    except UnknownRule as unknown:
        return {"ballots": count.n, "projects": projects}, str(unknown)
    winners = [count.ids[p] for p in won]
    cost = sum(count.costs[p] for p in won)
    return {"ballots": count.n, "winners": winners, "totalCostMinor": cost, "projects": projects}, None
