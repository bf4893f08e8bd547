// Defines the judge's own functions.
int judge_call(void) { return 0; }
int judge_abi_version(void) { return 7; }

int attack(int n) { return n; }
