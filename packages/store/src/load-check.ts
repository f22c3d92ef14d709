import { type Issue, issue, type LayerFeature, type LayerId } from '@giapranh/core';
import { type FeatureRow, featureRow, wasNormalised } from './feature-row.js';

/** Checks features on their way in: gathers every fault, and one note a layer whose texts were not NFC. */
export class LoadCheck {
  readonly faults: Issue[] = [];
  readonly #normalised = new Map<LayerId, { first: string; count: number }>();

  /** `undefined` when the feature cannot be kept, or another could not: the rest is only looked at. */
  admit(feature: LayerFeature): FeatureRow | undefined {
    const row = featureRow(feature);
    if (!row.ok) this.faults.push(...row.issues);
    else if (wasNormalised(feature, row.value)) this.#normalise(feature);
    return row.ok && this.faults.length === 0 ? row.value : undefined;
  }

  #normalise(feature: LayerFeature): void {
    const { first, count } = this.#normalised.get(feature.layer) ?? { first: feature.id, count: 0 };
    this.#normalised.set(feature.layer, { first, count: count + 1 });
  }

  notes(): Issue[] {
    return [...this.#normalised].map(([layer, { first, count }]) =>
      issue(
        'store-text-nfc',
        [layer, first],
        `${count} đối tượng có chữ không ở dạng NFC; đã chuyển về NFC.`,
        `${count} features had text that was not NFC; it was normalised.`,
      ),
    );
  }
}

export function duplicateId(layer: LayerId, id: string): Issue {
  return issue(
    'store-feature-duplicate',
    [layer, id],
    `Mã ${id} có hai lần trong lớp ${layer}.`,
    `The id ${id} is in layer ${layer} twice.`,
  );
}

export function registerLoaded(layer: LayerId, id: string): Issue {
  return issue(
    'store-feature-register',
    [layer, id],
    `Lớp ${layer} do người dùng ghi; không nạp từ dữ liệu gốc.`,
    `Layer ${layer} is recorded by people; a load of the reference data does not write it.`,
  );
}
