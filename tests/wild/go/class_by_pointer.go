// Input: ["Box","put","isEmpty"], [["a"],["b"],[]]
// Output: [null,null,false]
type Box struct{ items []string }

func Constructor(first string) *Box { return &Box{[]string{first}} }

func (b *Box) Put(s string) { b.items = append(b.items, s) }

func (b *Box) IsEmpty() bool { return len(b.items) == 0 }
