export type {} from '@common-ground/protocol';
