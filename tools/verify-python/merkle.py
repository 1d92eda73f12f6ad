"""The RFC 6962 tree: roots of growing prefixes."""

import hashlib


def sha256(data):
    return hashlib.sha256(data).digest()


class Tree:
    """Keeps the complete subtrees on the right edge, and the roots at the sizes asked for."""

    def __init__(self, sizes):
        self.size = 0
        self.roots = {}
        self._sizes = set(sizes)
        self._edge = []  # (leaves, hash), largest first

    def append(self, entry):
        self._edge.append((1, sha256(b"\x00" + entry)))
        while len(self._edge) > 1 and self._edge[-1][0] == self._edge[-2][0]:
            leaves, right = self._edge.pop()
            _, left = self._edge.pop()
            self._edge.append((2 * leaves, sha256(b"\x01" + left + right)))
        self.size += 1
        if self.size in self._sizes:
            self.roots[self.size] = self.root()

    def root(self):
        if not self._edge:
            return sha256(b"")
        root = self._edge[-1][1]
        for _, left in reversed(self._edge[:-1]):
            root = sha256(b"\x01" + left + root)
        return root
