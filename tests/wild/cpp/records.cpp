// Input: spans = [[1,3],[6,9]], extra = [4,7]
// Output: [[1,3],[4,9],[0,0]]
/**
 * Definition for an interval.
 * struct Interval {
 *     int start;
 *     int end;
 *     Interval() : start(0), end(0) {}
 *     Interval(int s, int e) : start(s), end(e) {}
 * };
 */
class Solution {
public:
    vector<Interval> joined(vector<Interval>& spans, Interval extra) {
        Interval& last = spans.back();
        last = Interval(min(extra.start, last.start), max(extra.end, last.end));
        spans.emplace_back();
        return spans;
    }
};
