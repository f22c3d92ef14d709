import { type Issue, issue, type LayerId } from '@giapranh/core';

export function alreadyThere(layer: LayerId, id: string): Issue {
  return issue(
    'store-edit-exists',
    [layer, id],
    `Lớp ${layer} đã có đối tượng ${id}.`,
    `Layer ${layer} already has the feature ${id}.`,
  );
}

export function notThere(layer: LayerId, id: string): Issue {
  return issue(
    'store-edit-missing',
    [layer, id],
    `Lớp ${layer} không có đối tượng ${id}.`,
    `Layer ${layer} has no feature ${id}.`,
  );
}

/** The stored revision is not the one the writer saw. */
export function changedMeanwhile(layer: LayerId, id: string, expected: number, found: number): Issue {
  return issue(
    'store-edit-conflict',
    [layer, id],
    `Đối tượng ${id} đã được người khác sửa (phiên bản ${found}, không phải ${expected}).`,
    `The feature ${id} was changed by somebody else (revision ${found}, not ${expected}).`,
    { vi: 'Đọc lại rồi sửa trên bản mới.', en: 'Read it again and edit the new version.' },
  );
}

export function wrongLayer(layer: LayerId, id: string, found: string): Issue {
  return issue(
    'store-edit-layer',
    [layer, id],
    `Đối tượng ${id} thuộc lớp ${found}, không thuộc lớp ${layer}.`,
    `The feature ${id} is of layer ${found}, not of ${layer}.`,
  );
}
