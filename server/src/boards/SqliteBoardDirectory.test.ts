import { openDatabase } from '../storage/Database.ts';
import { boardDirectoryContract } from './boardDirectoryContract.ts';
import { SqliteBoardDirectory } from './SqliteBoardDirectory.ts';

boardDirectoryContract('SqliteBoardDirectory', () => new SqliteBoardDirectory(openDatabase(':memory:')));
