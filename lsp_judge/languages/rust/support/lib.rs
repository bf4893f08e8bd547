//! The part of the harness that no solution changes: it decodes the arguments, keeps the clock
//! and encodes what came back. Written for Rust 1.60 and later, standard library alone.

mod call;
mod codec;
mod given;
mod linked;
pub mod newer;
mod newer_numbers;
mod reader;
mod writer;

pub use call::{bench, input, result_address, run, run_calls, version, Calls, Clock, Entry};
pub use codec::{Give, Take};
#[cfg(unix)]
pub use given::given;
pub use linked::{ListLike, TreeLike};
pub use reader::{Reader, Taken};
pub use writer::Writer;

/// What solutions from practice sites use without importing it.
pub mod prelude {
    pub use std::cell::{Cell, RefCell};
    pub use std::cmp::{max, min, Ordering, Reverse};
    pub use std::collections::{
        BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque,
    };
    pub use std::rc::{Rc, Weak};
}
