//! Turns: who asks first goes first, and the next one waits until it is done.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// A queue for something only one may do at a time.
#[derive(Debug, Clone, Default)]
pub struct Turns(Rc<RefCell<Queue>>);

#[derive(Debug, Default)]
struct Queue {
    next: u64,
    /// Everybody not done yet, in order; the first one has the turn.
    waiting: VecDeque<(u64, Option<Waker>)>,
}

/// A place in the queue; dropping it lets the next one go.
#[derive(Debug)]
pub struct Turn {
    turns: Turns,
    number: u64,
}

impl Turns {
    /// Takes a place in the queue now.
    #[must_use]
    pub fn ask(&self) -> Turn {
        let mut queue = self.0.borrow_mut();
        let number = queue.next;
        queue.next += 1;
        queue.waiting.push_back((number, None));
        Turn {
            turns: self.clone(),
            number,
        }
    }
}

impl Turn {
    /// Waits until everybody before is done.
    pub async fn come(&self) {
        poll_fn(|context| {
            let mut queue = self.turns.0.borrow_mut();
            if queue
                .waiting
                .front()
                .is_some_and(|(first, _)| *first == self.number)
            {
                return Poll::Ready(());
            }
            let place = queue
                .waiting
                .iter_mut()
                .find(|(number, _)| *number == self.number);
            if let Some((_, waker)) = place {
                *waker = Some(context.waker().clone());
            }
            Poll::Pending
        })
        .await;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let next = {
            let mut queue = self.turns.0.borrow_mut();
            queue.waiting.retain(|(number, _)| *number != self.number);
            queue
                .waiting
                .front_mut()
                .and_then(|(_, waker)| waker.take())
        };
        if let Some(next) = next {
            next.wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Wake};

    use super::*;

    #[derive(Default)]
    struct Woken(AtomicUsize);

    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn turns_come_in_the_order_they_were_asked_for() {
        let woken = Arc::new(Woken::default());
        let waker = Arc::clone(&woken).into();
        let mut context = Context::from_waker(&waker);
        let turns = Turns::default();
        let (first, second, third) = (turns.ask(), turns.ask(), turns.ask());
        let mut last = pin!(third.come());
        assert!(pin!(first.come()).poll(&mut context).is_ready());
        assert!(last.as_mut().poll(&mut context).is_pending());
        drop(first);
        assert!(last.as_mut().poll(&mut context).is_pending());
        // One who gives up in the middle holds nobody up.
        drop(second);
        assert_eq!(woken.0.load(Ordering::Relaxed), 1);
        assert!(last.poll(&mut context).is_ready());
    }
}
