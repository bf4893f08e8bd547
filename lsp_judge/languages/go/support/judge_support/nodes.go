package judge_support

// Linked structures: their nodes travel in tables, and what refers to a node is an index into
// its type's table (ARCHITECTURE, "Values").

// Table holds the nodes of one linked type. The glue says how a node is filled (its value, then
// its links), which links it has, and how it is written.
type Table[T any] struct {
	Fields int
	Fill   func(*Reader, *T)
	Links  func(*T, func(*T))
	Put    func(*Writer, *T)

	input   []*T
	origins map[*T]int
	output  []*T
	places  map[*T]int
}

// Tabled is a table of whatever type.
type Tabled interface {
	read(*Reader)
	placeFirst()
	write(*Writer)
}

// ReadTables reads the tables that come before the arguments in the extended form.
func ReadTables(reader *Reader, tables ...Tabled) {
	if reader.Size() != len(tables) {
		reader.fail("a table for each linked type")
	}
	for _, table := range tables {
		table.read(reader)
	}
}

func (table *Table[T]) read(reader *Reader) {
	nodes := make([]T, reader.Size())
	table.input = make([]*T, len(nodes))
	table.origins = make(map[*T]int, len(nodes))
	table.output, table.places = nil, map[*T]int{}
	for i := range nodes {
		table.input[i] = &nodes[i]
		table.origins[&nodes[i]] = i
	}
	for _, node := range table.input {
		if reader.failure != "" {
			return
		}
		if reader.Size() != table.Fields {
			reader.fail("a node with all its links")
		}
		table.Fill(reader, node)
	}
}

// Ref reads a reference to a node, nil where there is none.
func (table *Table[T]) Ref(reader *Reader) *T {
	if reader.Nil() {
		return nil
	}
	index := Int[uint32](reader)
	if int(index) >= len(table.input) {
		reader.fail("a node of the table")
		return nil
	}
	return table.input[index]
}

// PutRef writes a reference to a node, which will be in the table that is written at the end.
func (table *Table[T]) PutRef(writer *Writer, node *T) {
	if node == nil {
		PutNil(writer)
		return
	}
	PutInt(writer, table.place(node))
}

func (table *Table[T]) place(node *T) int {
	place, known := table.places[node]
	if !known {
		place = len(table.output)
		table.places[node] = place
		table.output = append(table.output, node)
	}
	return place
}

func (table *Table[T]) placeFirst() {
	if len(table.input) > 0 {
		table.place(table.input[0])
	}
}

func (table *Table[T]) write(writer *Writer) {
	visit := func(node *T) {
		if node != nil {
			table.place(node)
		}
	}
	// The list grows while it is walked.
	for i := 0; i < len(table.output); i++ {
		table.Links(table.output[i], visit)
	}
	putSize(writer, len(table.output))
	for _, node := range table.output {
		putSize(writer, table.Fields+1)
		if origin, known := table.origins[node]; known {
			PutInt(writer, origin)
		} else {
			PutNil(writer)
		}
		table.Put(writer, node)
	}
}

// IntInto reads an integer of whatever type the place has.
func IntInto[T Integer](reader *Reader, place *T) { *place = Int[T](reader) }

// BeginExtended opens the extended answer: the result, what is looked at after the call, tables.
func BeginExtended(writer *Writer) { putSize(writer, 3) }

// BeginAfter opens the values of count arguments.
func BeginAfter(writer *Writer, count int) { putSize(writer, count) }

// EndTables writes the tables; first asks for the first node that was passed in as well.
func EndTables(writer *Writer, first bool, tables ...Tabled) {
	if first && len(tables) > 0 {
		tables[0].placeFirst()
	}
	putSize(writer, len(tables))
	for _, table := range tables {
		table.write(writer)
	}
}

// Calls goes through the calls of a class case.
type Calls struct {
	Op int

	reader    *Reader
	writer    *Writer
	left      int
	arguments int
	duration  int64
	failure   string
}

// OpenCalls reads how many calls there are and opens the answer.
func OpenCalls(reader *Reader, writer *Writer) *Calls {
	calls := &Calls{reader: reader, writer: writer, left: reader.Size()}
	putSize(writer, 3)
	putSize(writer, calls.left)
	return calls
}

// Next goes on to the next call; false where there is none or something failed.
func (calls *Calls) Next() bool {
	if calls.left == 0 || calls.failure != "" || calls.reader.failure != "" {
		return false
	}
	calls.left--
	calls.arguments = calls.reader.Size() - 1
	calls.Op = int(Int[uint16](calls.reader))
	return calls.reader.failure == ""
}

// Takes says whether the call has count arguments, as the method does.
func (calls *Calls) Takes(count int) bool {
	if calls.arguments != count {
		calls.reader.fail("as many arguments as the method takes")
	}
	return calls.reader.failure == ""
}

// Time performs a call under the clock; false where it panicked, or its arguments were wrong.
func (calls *Calls) Time(call func()) bool {
	if calls.reader.failure != "" {
		return false
	}
	duration, failure := timed(call)
	calls.duration += duration
	calls.failure = failure
	return failure == ""
}

// Refuse notes a call that the class does not have.
func (calls *Calls) Refuse() { calls.reader.fail("a call that the class has") }

// Close writes the tables where nothing failed.
func (calls *Calls) Close(tables ...Tabled) {
	outcome.duration = uint64(calls.duration)
	callsFailure = calls.failure
	if calls.failure == "" && calls.reader.failure == "" {
		putSize(calls.writer, 0)
		EndTables(calls.writer, false, tables...)
	}
}
