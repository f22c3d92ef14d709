import {
  type AdminLevel,
  areaText,
  type MixedPolicy,
  ok,
  type Result,
  type UnitHistory,
  type UnitWorld,
  unitDetail,
  unitHistory,
  unitKey,
  unitWorld,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import { writeContact } from '../border-contact.js';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { writeCompared } from '../compared-drawings.js';
import { writeChanges } from '../compared-vintages.js';
import { dayOf } from '../day.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import {
  addDrawingOption,
  addLevelOption,
  addProfileOptions,
  type DrawingOptions,
  policyOption,
} from '../options.js';
import { writeResult } from '../output.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession, type Session } from '../session.js';
import { UNIT_COLUMNS, unitRows } from '../unit-rows.js';

interface UnitsOptions extends DrawingOptions {
  readonly level?: AdminLevel;
  readonly to?: string;
  readonly within?: string;
  readonly compare?: string;
  readonly at?: string;
  readonly policy: MixedPolicy;
}

export const addUnits: CommandSetup = (program, context, finish) => {
  const command = program
    .command('units')
    .summary(text(context, 'đơn vị hành chính theo ngày', 'administrative units as of a day'))
    .description(
      text(
        context,
        'Tìm đơn vị theo tên hoặc mã ở một ngày; nó đã thành gì, từ gì mà ra, và đơn vị nào chỉ trùng tên hay trùng mã. Không có tên thì liệt kê các đơn vị của hồ sơ.',
        'Finds a unit by name or code on a day; what it became, what it was, and which units only share its name or code. Without a name, lists the units of the profile.',
      ),
    )
    .argument('[name]', text(context, 'tên hoặc mã', 'name or code'));
  addLevelOption(addDrawingOption(addProfileOptions(command, context), context), context)
    .option(
      '--to <date>',
      text(context, 'chỉ theo đến mốc của ngày này', 'follow only to the vintage of this day'),
    )
    .option(
      '--within <unit>',
      text(
        context,
        'chỉ trong tỉnh hoặc huyện này, theo tên hoặc mã',
        'only in this province or district, by name or code',
      ),
    )
    .option(
      '--compare <drawing>',
      text(
        context,
        'so nguồn nét vẽ này với nguồn của hồ sơ: sai số số hóa lại và phần không thống nhất; thêm --to của mốc khác thì kể cả thay đổi địa giới thật',
        'compare this drawing with the profile’s: re-digitising noise and disputed ground; with --to of another vintage the real changes too',
      ),
    )
    .option(
      '--at <lon,lat>',
      text(
        context,
        'đường giáp ranh gần nơi này nhất: hai xã đối diện, cơ quan hai bên, văn bản phối hợp',
        'the border nearest to this place: the units that face each other, the bodies of both sides, the agreements',
      ),
    )
    .addOption(policyOption(context).default('all'))
    .addHelpText(
      'after',
      example(
        context,
        [
          'giapranh units "Chợ Đồn" --as-of 2023-05-23 --to 2026-01-01',
          'giapranh units --compare gov-2019 --as-of 2023-05-23 --to 2026-01-01',
          'giapranh units --at 105.9,22.55 --as-of 2026-01-01',
        ].join('\n  $ '),
      ),
    )
    .action(async (name: string | undefined, options: UnitsOptions) => {
      finish(await units(name, options, context));
    });
};

/** The units of the profile's own province, with nothing about their past. */
function listed(session: Session, world: UnitWorld, options: UnitsOptions): UnitList {
  const { registry, vintage } = session;
  const levels: readonly AdminLevel[] =
    options.level === undefined ? ['province', 'district', 'commune'] : [options.level];
  const matches = levels
    .flatMap((one) => registry.units(vintage.id, one))
    .filter(({ provinceCode }) => provinceCode === vintage.subject)
    .map((unit) => unitDetail(world, unit));
  return { as_of: session.asOf, matches, became: [], was: [], same_name: [], same_code: [] };
}

type UnitList = Omit<UnitHistory, 'to' | 'policy' | 'inherited'> & Partial<UnitHistory>;

function historyOf(
  name: string,
  { asOf }: Session,
  world: UnitWorld,
  { to, level, within, policy }: UnitsOptions,
): Result<UnitHistory> {
  const until = to === undefined ? ok(undefined) : dayOf(to, '--to');
  if (!until.ok) return until;
  return unitHistory(world, name, {
    asOf,
    policy,
    ...(until.value === undefined ? {} : { to: until.value }),
    ...(level === undefined ? {} : { level }),
    ...(within === undefined ? {} : { within }),
  });
}

function asFeature(world: UnitWorld, match: UnitHistory['matches'][number]): Feature {
  return {
    type: 'Feature',
    id: unitKey(match),
    // RFC 7946: a feature without a known place has a null geometry.
    geometry: (world.drawingsOf(match)[0]?.geometry ?? null) as Feature['geometry'],
    properties: match,
  };
}

/** The policy that was followed and the difference it makes; nothing where no unit is mixed. */
function policyText(
  { policy, inherited = [], became }: UnitList,
  context: CommandContext,
): string | undefined {
  const mixed = became.filter(({ kind }) => kind === 'mixed').length;
  if (policy === undefined || mixed === 0) return undefined;
  const more = inherited
    .map(({ of, difference_m2 }) => {
      const size = areaText(Math.abs(difference_m2))[context.language];
      return `${of.code}: ${difference_m2 < 0 ? '−' : '+'}${size}`;
    })
    .join('; ');
  return text(
    context,
    `${mixed} đơn vị ghép, theo cách “${policy.id}”: ${policy.meaning.vi}. Chênh so với diện tích cũ: ${more || 'không tính được'}.`,
    `${mixed} mixed units, by the policy "${policy.id}": ${policy.meaning.en}. Against the old area: ${more || 'not computable'}.`,
  );
}

/** Two drawings of one day, or of two days where `--to` asks for another vintage. */
async function compared(
  session: Session,
  drawing: string,
  options: UnitsOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const to = options.to === undefined ? ok(session.asOf) : dayOf(options.to, '--to');
  const then = to.ok ? session.registry.vintageAt(to.value) : to;
  if (!then.ok) return reportIssues(context.terminal, then.issues, context.language);
  if (then.value.id === session.vintage.id) return writeCompared(session, drawing, options, context);
  return writeChanges(session, drawing, then.value.id, options, context);
}

async function units(
  name: string | undefined,
  options: UnitsOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const opened = await openSession(context, options);
  if (!opened.ok) return reportIssues(terminal, opened.issues, language);
  const session = opened.value;
  if (options.at !== undefined) return writeContact(session, options.at, options, context);
  if (options.compare !== undefined) return compared(session, options.compare, options, context);
  const world = unitWorld(session.kernel, session.sources, session.drawing);
  const found =
    name === undefined ? ok(listed(session, world, options)) : historyOf(name, session, world, options);
  if (!found.ok) return reportIssues(terminal, found.issues, language);
  reportNotes(terminal, found.notes, language);
  const history: UnitList = found.value;
  const footer = policyText(history, context);
  await writeResult(terminal, options.format, language, {
    columns: UNIT_COLUMNS,
    rows: unitRows(world, history),
    json: () => history,
    features: () => history.matches.map((match) => asFeature(world, match)),
    ...(footer === undefined ? {} : { footer }),
  });
  return EXIT.fine;
}
