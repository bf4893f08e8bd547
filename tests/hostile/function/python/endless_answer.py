# An answer that contains itself.
def attack(n: int) -> int:
    answer = []
    answer.append(answer)
    return answer if n else 0
