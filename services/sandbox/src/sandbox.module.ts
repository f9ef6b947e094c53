import { type DynamicModule, Module } from '@nestjs/common';
import { AuthorityController } from './authority.controller';
import { Callbacks } from './callbacks';
import { FilingClock } from './clock';
import { ControlController } from './control.controller';
import { PageController } from './page.controller';
import { PartiesController } from './parties.controller';
import { World } from './world';

export interface OutsideWorld {
  readonly world: World;
  readonly callbacks: Callbacks;
  readonly clock: FilingClock;
}

/** The HTTP side of the outside world; SMTP and OpenID stand beside it in `boot`. */
@Module({})
export class SandboxModule {
  static of({ world, callbacks, clock }: OutsideWorld): DynamicModule {
    return {
      module: SandboxModule,
      controllers: [AuthorityController, PartiesController, ControlController, PageController],
      providers: [
        { provide: World, useValue: world },
        { provide: Callbacks, useValue: callbacks },
        { provide: FilingClock, useValue: clock },
      ],
    };
  }
}
