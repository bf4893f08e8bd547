# An answer that is nested deeper than anybody reads.
def attack(n: int) -> int:
    answer = 0
    for _ in range(300 * n):
        answer = [answer]
    return answer
