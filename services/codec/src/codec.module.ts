import { Module, type DynamicModule } from '@nestjs/common';
import { CodecConfig } from './codec.config';
import { CodecController } from './codec.controller';
import { Readers } from './readers';
import { SignInController } from './sign-in.controller';

/** The codec server: shows sealed payloads to signed-in people, by role. */
@Module({})
export class CodecModule {
  static forConfig(config: CodecConfig): DynamicModule {
    return {
      module: CodecModule,
      controllers: [CodecController, SignInController],
      providers: [{ provide: CodecConfig, useValue: config }, Readers],
    };
  }
}
