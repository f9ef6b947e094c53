import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { callbackHeaders } from '@beian/platform';

const header = (name: string, description: string) =>
  ApiHeader({ name, required: true, description, schema: { type: 'string' } });

/** Says the three headers of a signed callback in the API document. */
export const Signed = () =>
  applyDecorators(
    header(callbackHeaders.timestamp, 'Seconds since 1970; five minutes off at most'),
    header(callbackHeaders.nonce, '16 to 128 random characters, used once'),
    header(callbackHeaders.signature, 'HMAC-SHA256 in hex over `timestamp.nonce.body`'),
  );
