//! The standard library with functions that came later than the compiler at hand: what stands in
//! `std::...` no trait can add. It is linked under the name `std` to files that use them.
#![no_std]

extern crate std as real;

pub use real::*;

pub mod iter {
    pub use real::iter::*;

    pub fn repeat_n<T: Clone>(element: T, count: usize) -> Take<Repeat<T>> {
        repeat(element).take(count)
    }
}
