import { describe } from 'vitest';
import { askingContract } from './store/asking.js';
import { editingContract } from './store/editing.js';
import { keepingContract } from './store/keeping.js';
import { loadingContract } from './store/loading.js';
import { recordingContract } from './store/recording.js';
import type { StoreSubject } from './store/subject.js';

/** What every `FeatureStore` promises; each implementation's test file runs all of it. */
export function featureStoreContract(name: string, subject: StoreSubject): void {
  describe(name, () => {
    keepingContract(subject);
    askingContract(subject);
    loadingContract(subject);
    editingContract(subject);
    recordingContract(subject);
  });
}
