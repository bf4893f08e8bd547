// Return the longest palindromic substring. If there are multiple answers, return any of them.
// Input: s = "babad"
// Output: "bab"
// wild: unsure
class Solution {
public:
    string longestPalindrome(string s) { return "aba"; }
};
