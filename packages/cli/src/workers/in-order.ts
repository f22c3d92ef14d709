import { err, type Result } from '@giapranh/core';
import type { WorkerThread } from './worker-thread.js';

/** Questions a thread holds: the one it works on, and one so that it need not wait for the next. */
const HELD = 2;

/**
 * Answers in the order of the questions, worked out by all threads at once. At most two questions a thread are under
 * way, so what is held does not grow with their number. The first failure, of a question or of a thread, is the last
 * answer. Threads are not ended here. `moved` names buffers of a question that need not be copied.
 */
export async function* inOrder<Question, Answer>(
  threads: readonly WorkerThread<Question, Answer>[],
  questions: AsyncIterable<Result<Question>>,
  moved: (question: Question) => readonly ArrayBuffer[] = () => [],
): AsyncGenerator<Result<Answer>> {
  const answers: Promise<Result<Answer>>[] = [];
  for await (const question of questions) {
    if (!question.ok) answers.push(Promise.resolve(err(...question.issues)));
    else {
      const idle = threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
      answers.push(idle.ask(question.value, moved(question.value)));
    }
    while (answers.length >= HELD * threads.length || (!question.ok && answers.length > 0)) {
      const answer = await answers.shift();
      if (answer === undefined) break;
      yield answer;
      if (!answer.ok) return;
    }
  }
  for (const waiting of answers) {
    const answer = await waiting;
    yield answer;
    if (!answer.ok) return;
  }
}
