//! Linked structures as practice sites give them: boxed lists, and trees of shared cells. Their
//! nodes travel in tables, and what refers to a node is an index (ARCHITECTURE, "Values").

use std::cell::RefCell;
use std::rc::Rc;

use crate::codec::{Give, Take};
use crate::reader::{Reader, Taken};
use crate::writer::{OutRow, Writer};

/// A singly linked list; the glue implements it for the solution's own class.
pub trait ListLike: Sized {
    const TABLE: usize;
    fn make(value: i64, next: Option<Box<Self>>) -> Self;
    fn value(&self) -> i64;
    fn following(&self) -> &Option<Box<Self>>;
}

/// A binary tree of shared cells.
pub trait TreeLike: Sized + 'static {
    const TABLE: usize;
    fn make(value: i64) -> Self;
    fn value(&self) -> i64;
    fn links(&self) -> [&Option<Rc<RefCell<Self>>>; 2];
    fn set(&mut self, links: [Option<Rc<RefCell<Self>>>; 2]);
}

impl<T: ListLike> Take for Option<Box<T>> {
    fn take(reader: &mut Reader) -> Taken<Self> {
        if reader.nil() {
            return Ok(None);
        }
        let mut at = Some(reader.integer()? as usize);
        let mut values = Vec::new();
        while let Some(index) = at {
            match reader.tables.get(T::TABLE).and_then(|rows| rows.get(index)) {
                Some(row) if values.len() < reader.tables[T::TABLE].len() => {
                    values.push(row.value);
                    at = row.links[0];
                }
                // A box has one owner: there are no circles in Rust's lists.
                _ => return reader.reject("a list that has an end"),
            }
        }
        let link = |next, value| Some(Box::new(T::make(value, next)));
        Ok(values.into_iter().rev().fold(None, link))
    }
}

impl<T: ListLike> Give for Option<Box<T>> {
    fn give(&self, writer: &mut Writer) {
        let mut node = match self {
            Some(first) => first,
            None => return writer.nil(),
        };
        let rows = &mut writer.tables[T::TABLE];
        let start = rows.len();
        loop {
            let following = node.following();
            let next = following.as_ref().map(|_| rows.len() + 1);
            rows.push(OutRow { origin: None, value: node.value(), links: vec![next] });
            match following {
                Some(more) => node = more,
                None => break,
            }
        }
        writer.unsigned(start as u64);
    }
}

impl<T: ListLike> Give for Box<T> {
    fn give(&self, writer: &mut Writer) {
        writer.nil();
    }
}

fn made_tree<T: TreeLike>(reader: &mut Reader) -> Vec<Rc<RefCell<T>>> {
    if let Some(known) = reader.made.get(&T::TABLE) {
        if let Some(nodes) = known.downcast_ref::<Vec<Rc<RefCell<T>>>>() {
            return nodes.clone();
        }
    }
    let rows = reader.tables.get(T::TABLE).map_or(&[][..], |rows| rows.as_slice());
    let nodes: Vec<_> =
        rows.iter().map(|row| Rc::new(RefCell::new(T::make(row.value)))).collect();
    let link = |index: &Option<usize>| index.and_then(|index| nodes.get(index)).cloned();
    for (node, row) in nodes.iter().zip(rows) {
        node.borrow_mut().set([link(&row.links[0]), link(&row.links[1])]);
    }
    for (index, node) in nodes.iter().enumerate() {
        reader.origins.insert(Rc::as_ptr(node) as usize, index);
    }
    reader.made.insert(T::TABLE, Box::new(nodes.clone()));
    nodes
}

impl<T: TreeLike> Take for Option<Rc<RefCell<T>>> {
    fn take(reader: &mut Reader) -> Taken<Self> {
        if reader.nil() {
            return Ok(None);
        }
        let index = reader.integer()? as usize;
        match made_tree::<T>(reader).get(index) {
            Some(node) => Ok(Some(Rc::clone(node))),
            None => reader.reject("a node of the table"),
        }
    }
}

impl<T: TreeLike> Give for Option<Rc<RefCell<T>>> {
    fn give(&self, writer: &mut Writer) {
        let root = match self {
            Some(root) => root,
            None => return writer.nil(),
        };
        let mut waiting = Vec::new();
        let place = placed(root, writer, &mut waiting);
        let mut at = 0;
        while at < waiting.len() {
            let node = Rc::clone(&waiting[at]);
            at += 1;
            let cell = node.borrow();
            let links = cell.links();
            let places = links
                .iter()
                .map(|link| link.as_ref().map(|child| placed(child, writer, &mut waiting)))
                .collect();
            let own = writer.places[&(Rc::as_ptr(&node) as usize)];
            writer.tables[T::TABLE][own].links = places;
        }
        writer.unsigned(place as u64);
    }
}

/// Where a node stands in its table; one that is new waits for its links.
fn placed<T: TreeLike>(
    node: &Rc<RefCell<T>>,
    writer: &mut Writer,
    waiting: &mut Vec<Rc<RefCell<T>>>,
) -> usize {
    let address = Rc::as_ptr(node) as usize;
    if let Some(&place) = writer.places.get(&address) {
        return place;
    }
    let place = writer.tables[T::TABLE].len();
    let origin = writer.origins.get(&address).copied();
    let value = node.borrow().value();
    writer.tables[T::TABLE].push(OutRow { origin, value, links: vec![None, None] });
    writer.places.insert(address, place);
    waiting.push(Rc::clone(node));
    place
}
