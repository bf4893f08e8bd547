//! Which values cross: numbers, booleans, text, and vectors of them.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::convert::TryFrom;

use crate::reader::{Reader, Taken};
use crate::writer::Writer;

pub trait Take: Sized {
    fn take(reader: &mut Reader) -> Taken<Self>;
}

pub trait Give {
    fn give(&self, writer: &mut Writer);
}

macro_rules! integers {
    ($($name:ty, $write:ident, $wide:ty);* $(;)?) => {$(
        impl Take for $name {
            fn take(reader: &mut Reader) -> Taken<Self> {
                let value = reader.integer()?;
                match <$name>::try_from(value) {
                    Ok(fitting) => Ok(fitting),
                    Err(_) => reader.reject(concat!("an integer that fits ", stringify!($name))),
                }
            }
        }
        impl Give for $name {
            fn give(&self, writer: &mut Writer) {
                writer.$write(*self as $wide)
            }
        }
    )*};
}

integers! {
    i8, signed, i64; i16, signed, i64; i32, signed, i64; i64, signed, i64; isize, signed, i64;
    u8, unsigned, u64; u16, unsigned, u64; u32, unsigned, u64; u64, unsigned, u64;
    usize, unsigned, u64; i128, signed, i64; u128, unsigned, u64;
}

impl Take for f64 {
    fn take(reader: &mut Reader) -> Taken<Self> {
        reader.real()
    }
}

impl Take for f32 {
    fn take(reader: &mut Reader) -> Taken<Self> {
        Ok(reader.real()? as f32)
    }
}

impl Give for f64 {
    fn give(&self, writer: &mut Writer) {
        writer.real(*self)
    }
}

impl Give for f32 {
    fn give(&self, writer: &mut Writer) {
        writer.real(f64::from(*self))
    }
}

impl Take for bool {
    fn take(reader: &mut Reader) -> Taken<Self> {
        reader.boolean()
    }
}

impl Give for bool {
    fn give(&self, writer: &mut Writer) {
        writer.boolean(*self)
    }
}

impl Take for String {
    fn take(reader: &mut Reader) -> Taken<Self> {
        Ok(reader.text()?.to_owned())
    }
}

impl Give for String {
    fn give(&self, writer: &mut Writer) {
        writer.text(self)
    }
}

impl Give for str {
    fn give(&self, writer: &mut Writer) {
        writer.text(self)
    }
}

impl Take for char {
    fn take(reader: &mut Reader) -> Taken<Self> {
        let mut characters = reader.text()?.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) => Ok(only),
            _ => reader.reject("a string of one character"),
        }
    }
}

impl Give for char {
    fn give(&self, writer: &mut Writer) {
        writer.text(self.encode_utf8(&mut [0; 4]))
    }
}

impl Give for () {
    fn give(&self, writer: &mut Writer) {
        writer.nil()
    }
}

impl<T: Take> Take for Vec<T> {
    fn take(reader: &mut Reader) -> Taken<Self> {
        let count = reader.size()?;
        let mut values = Vec::with_capacity(count);
        for _ in 0..count {
            values.push(T::take(reader)?);
        }
        Ok(values)
    }
}

impl<T: Take> Take for VecDeque<T> {
    fn take(reader: &mut Reader) -> Taken<Self> {
        Ok(Vec::take(reader)?.into())
    }
}

impl<T: Give> Give for [T] {
    fn give(&self, writer: &mut Writer) {
        writer.size(self.len());
        self.iter().for_each(|value| value.give(writer));
    }
}

impl<T: Give> Give for Vec<T> {
    fn give(&self, writer: &mut Writer) {
        self.as_slice().give(writer)
    }
}

impl<T: Give, const N: usize> Give for [T; N] {
    fn give(&self, writer: &mut Writer) {
        self.as_slice().give(writer)
    }
}

impl<T: Give + ?Sized> Give for &T {
    fn give(&self, writer: &mut Writer) {
        (**self).give(writer)
    }
}

macro_rules! collections {
    ($($name:ident),*) => {$(
        impl<T: Give> Give for $name<T> {
            fn give(&self, writer: &mut Writer) {
                writer.size(self.len());
                self.iter().for_each(|value| value.give(writer));
            }
        }
    )*};
}

collections!(VecDeque, HashSet, BTreeSet);
