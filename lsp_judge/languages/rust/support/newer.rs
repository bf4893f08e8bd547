//! Methods that came into the standard library later than the compiler at hand: solutions use
//! them, and what makes wasm is often an older Rust. Where the library has them they win.
#![allow(unstable_name_collisions, clippy::wrong_self_convention)]

use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

pub use crate::newer_numbers::*;

pub trait NewerOption<T> {
    fn is_some_and(self, test: impl FnOnce(T) -> bool) -> bool;
    fn is_none_or(self, test: impl FnOnce(T) -> bool) -> bool;
    fn take_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T>;
}

impl<T> NewerOption<T> for Option<T> {
    fn is_some_and(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Some(value) => test(value),
            None => false,
        }
    }
    fn is_none_or(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Some(value) => test(value),
            None => true,
        }
    }
    fn take_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if self.as_mut().map_or(false, test) {
            self.take()
        } else {
            None
        }
    }
}

pub trait NewerResult<T, E> {
    fn is_ok_and(self, test: impl FnOnce(T) -> bool) -> bool;
    fn is_err_and(self, test: impl FnOnce(E) -> bool) -> bool;
}

impl<T, E> NewerResult<T, E> for Result<T, E> {
    fn is_ok_and(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Ok(value) => test(value),
            Err(_) => false,
        }
    }
    fn is_err_and(self, test: impl FnOnce(E) -> bool) -> bool {
        match self {
            Ok(_) => false,
            Err(error) => test(error),
        }
    }
}

pub trait NewerRc<T> {
    fn into_inner(this: Self) -> Option<T>;
}

impl<T> NewerRc<T> for Rc<T> {
    fn into_inner(this: Self) -> Option<T> {
        Rc::try_unwrap(this).ok()
    }
}

pub trait NewerCell<T> {
    fn update(&self, change: impl FnOnce(T) -> T);
}

impl<T: Copy> NewerCell<T> for Cell<T> {
    fn update(&self, change: impl FnOnce(T) -> T) {
        self.set(change(self.get()));
    }
}

pub trait NewerVec<T> {
    fn pop_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T>;
}

impl<T> NewerVec<T> for Vec<T> {
    fn pop_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if self.last_mut().map_or(false, test) {
            self.pop()
        } else {
            None
        }
    }
}

pub trait NewerDeque<T> {
    fn pop_front_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T>;
    fn pop_back_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T>;
}

impl<T> NewerDeque<T> for VecDeque<T> {
    fn pop_front_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if self.front_mut().map_or(false, test) {
            self.pop_front()
        } else {
            None
        }
    }
    fn pop_back_if(&mut self, test: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if self.back_mut().map_or(false, test) {
            self.pop_back()
        } else {
            None
        }
    }
}

pub trait NewerSlice<T> {
    fn is_sorted(&self) -> bool
    where
        T: PartialOrd;
    fn is_sorted_by<'a>(&'a self, in_order: impl FnMut(&'a T, &'a T) -> bool) -> bool
    where
        T: 'a;
    fn is_sorted_by_key<'a, K: PartialOrd>(&'a self, key: impl FnMut(&'a T) -> K) -> bool
    where
        T: 'a;
    fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, same: F) -> std::vec::IntoIter<&[T]>;
    fn first_chunk<const N: usize>(&self) -> Option<&[T; N]>;
    fn last_chunk<const N: usize>(&self) -> Option<&[T; N]>;
    fn split_at_checked(&self, at: usize) -> Option<(&[T], &[T])>;
}

impl<T> NewerSlice<T> for [T] {
    fn is_sorted(&self) -> bool
    where
        T: PartialOrd,
    {
        self.windows(2).all(|pair| pair[0] <= pair[1])
    }
    fn is_sorted_by<'a>(&'a self, mut in_order: impl FnMut(&'a T, &'a T) -> bool) -> bool
    where
        T: 'a,
    {
        self.windows(2).all(|pair| in_order(&pair[0], &pair[1]))
    }
    fn is_sorted_by_key<'a, K: PartialOrd>(&'a self, key: impl FnMut(&'a T) -> K) -> bool
    where
        T: 'a,
    {
        let keys: Vec<K> = self.iter().map(key).collect();
        keys.windows(2).all(|pair| pair[0] <= pair[1])
    }
    fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, mut same: F) -> std::vec::IntoIter<&[T]> {
        let mut chunks = Vec::new();
        let mut start = 0;
        for at in 1..=self.len() {
            if at == self.len() || !same(&self[at - 1], &self[at]) {
                chunks.push(&self[start..at]);
                start = at;
            }
        }
        chunks.into_iter()
    }
    fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        self.get(..N)?.try_into().ok()
    }
    fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        self.get(self.len().checked_sub(N)?..)?.try_into().ok()
    }
    fn split_at_checked(&self, at: usize) -> Option<(&[T], &[T])> {
        if at <= self.len() {
            Some(self.split_at(at))
        } else {
            None
        }
    }
}

/// Between traits nobody wins, so this one is there where the library has no such methods only.
#[cfg(before_1_82)]
pub trait NewerIterator: Iterator + Sized {
    fn is_sorted(self) -> bool
    where
        Self::Item: PartialOrd,
    {
        self.is_sorted_by(|a, b| a <= b)
    }
    fn is_sorted_by(mut self, mut in_order: impl FnMut(&Self::Item, &Self::Item) -> bool) -> bool {
        let mut before = match self.next() {
            Some(first) => first,
            None => return true,
        };
        self.all(|item| {
            let good = in_order(&before, &item);
            before = item;
            good
        })
    }
    fn is_sorted_by_key<K: PartialOrd>(self, key: impl FnMut(Self::Item) -> K) -> bool {
        NewerIterator::is_sorted_by(self.map(key), |a, b| a <= b)
    }
}

#[cfg(before_1_82)]
impl<I: Iterator> NewerIterator for I {}
