import { type Command, Option } from 'commander';
import { type CommandContext, text } from './command.js';

const ROLES = ['viewer', 'analyst', 'editor', 'admin'] as const;
const LEVELS = ['public', 'internal', 'restricted'] as const;

export interface RightsOptions {
  readonly role?: string;
  readonly secrecy?: readonly string[];
  readonly units?: readonly string[];
}

/** The options that say rights; without one that right is left as it is. */
export function addRightsOptions(command: Command, context: CommandContext): Command {
  return command
    .addOption(new Option('--role <role>', text(context, 'vai trò', 'role')).choices(ROLES))
    .addOption(
      new Option(
        '--secrecy <level...>',
        text(context, 'các mức mật được xem', 'levels that may be read'),
      ).choices(LEVELS),
    )
    .option(
      '--units <unit...>',
      text(context, 'địa bàn dạng mốc:mã, hoặc all', 'units as vintage:code, or all'),
    );
}

/** Only what was given. */
export function rightsOf({ role, secrecy, units }: RightsOptions): object {
  return {
    ...(role === undefined ? {} : { role }),
    ...(secrecy === undefined ? {} : { secrecy }),
    ...(units === undefined ? {} : { units: units.includes('all') ? 'all' : units }),
  };
}
