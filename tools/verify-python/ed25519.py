"""Ed25519 signatures checked from their definition (RFC 8032, section 5.1), without any library.

A point is kept as (X, Y, Z, T): x = X/Z, y = Y/Z, x * y = T/Z (section 5.1.4).
"""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def holds(key, message, signature):
    """Whether R = [s]B - [h]A, compared as bytes; malformed keys and signatures do not hold."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, s = decode(key), int.from_bytes(signature[32:], "little")
    if a is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus_a = (P - a[0], a[1], 1, P - a[3])
    return encode(twofold(s, h, minus_a)) == signature[:32]


def decode(data):
    """The point of 32 bytes, or None where they are not of one (section 5.1.3)."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * SQRT_MINUS_1 % P
    if v * x * x % P != u or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def encode(point):
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def double(point):
    x, y, z, _ = point
    a, b = x * x % P, y * y % P
    h, g = a + b, a - b
    e, f = h - (x + y) ** 2 % P, g + 2 * z * z % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def add(point, prepared):
    x, y, z, t = point
    y_minus_x, y_plus_x, z2, t2d = prepared
    a, b, c, d = (y - x) * y_minus_x % P, (y + x) * y_plus_x % P, t * t2d % P, z * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def prepare(point):
    """What adding a point again and again needs of it."""
    x, y, z, t = point
    return y - x, y + x, 2 * z, 2 * D * t % P


def odd_multiples(point, width):
    """[1], [3], [5] .. times a point, prepared, and their opposites under negative numbers."""
    twice, multiples = prepare(double(point)), {}
    for odd in range(1, 2 ** (width - 1), 2):
        prepared = prepare(point)
        y_minus_x, y_plus_x, z2, t2d = prepared
        multiples[odd], multiples[-odd] = prepared, (y_plus_x, y_minus_x, z2, -t2d)
        point = add(point, twice)
    return multiples


def digits(number, width):
    """The number as a sum of odd digits times powers of two, few of them not 0: (power, digit), lowest first."""
    power = 0
    while number:
        if number & 1:
            digit = number % 2**width
            if digit >= 2 ** (width - 1):
                digit -= 2**width
            yield power, digit
            number -= digit
        number >>= 1
        power += 1


BASE_WIDTH, KEY_WIDTH = 8, 5
BASE = decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
BASE_MULTIPLES = odd_multiples(BASE, BASE_WIDTH)


def twofold(s, h, point):
    """[s]B + [h]point, both by the same doublings."""
    multiples = odd_multiples(point, KEY_WIDTH)
    additions = [[] for _ in range(256)]
    for power, digit in digits(s, BASE_WIDTH):
        additions[power].append(BASE_MULTIPLES[digit])
    for power, digit in digits(h, KEY_WIDTH):
        additions[power].append(multiples[digit])
    total = NEUTRAL
    for prepared in reversed(additions):
        total = double(total)
        for each in prepared:
            total = add(total, each)
    return total
