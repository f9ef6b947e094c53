import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { roles, type Role } from '@beian/contracts';

/** Who may call a route: roles of an access token, or an outside party by its signature. */
export type RouteAccess = { readonly kind: 'token'; readonly roles: readonly Role[] } | { readonly kind: 'signature' };

export const routeAccess = Symbol('routeAccess');

/** The one place where a route says whose function it is. A route without it lets nobody in. */
export const For = (...allowed: readonly [Role, ...Role[]]) =>
  applyDecorators(
    SetMetadata(routeAccess, { kind: 'token', roles: allowed } satisfies RouteAccess),
    ApiBearerAuth('access-token'),
    ApiExtension('x-roles', [...allowed]),
  );

/** For every role that signs in through the gateway. */
export const ForEverybody = () => For(...(roles.filter((role) => role !== 'authority') as [Role, ...Role[]]));

/** Who fills in and submits. */
export const ForApplicants = () => For('applicant', 'agent');

/** Who decides at the review desk. */
export const ForReviewers = () => For('reviewer', 'senior');

/** For an outside party that signs its body. */
export const ForSignedCallers = () =>
  applyDecorators(
    SetMetadata(routeAccess, { kind: 'signature' } satisfies RouteAccess),
    ApiSecurity('callback-signature'),
    ApiExtension('x-roles', []),
  );
