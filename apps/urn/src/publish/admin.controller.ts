import { base64url } from '@commonthread/ballot-protocol';
import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';

import { LogKey, OpenElection } from '../log/index.js';
import { CloseVoting } from './close-voting.js';
import { CloseVotingDto, FinishElectionDto, OpenElectionDto } from './dto/admin.dto.js';
import { stream } from './elections.controller.js';
import { type AdminView, ElectionsQueries } from './elections.queries.js';
import { ExportQueries } from './export.queries.js';
import { FinishElection } from './finish-election.js';

/** The back office's door to elections. */
@Controller('elections')
export class AdminController {
  constructor(
    private readonly key: LogKey,
    private readonly openElection: OpenElection,
    private readonly closeVoting: CloseVoting,
    private readonly finishElection: FinishElection,
    private readonly elections: ElectionsQueries,
    private readonly exports: ExportQueries,
  ) {}

  @Post()
  async open(@Body() { manifest }: OpenElectionDto): Promise<{ election: string }> {
    return { election: await this.openElection.execute(manifest) };
  }

  @Get(':election')
  election(@Param('election') election: string): Promise<AdminView> {
    return this.elections.adminView(election);
  }

  /** What a manifest says of its log, before there is one. */
  @Get(':election/log')
  async log(@Param('election') election: string): Promise<{ origin: string; key: string }> {
    const { publicKey } = await this.key.signer();
    return { origin: this.key.newOrigin(election), key: base64url(publicKey) };
  }

  @Post(':election/close')
  @HttpCode(204)
  async close(@Param('election') election: string, @Body() { by }: CloseVotingDto): Promise<void> {
    await this.closeVoting.execute(election, by);
  }

  @Post(':election/finish')
  @HttpCode(204)
  async finish(
    @Param('election') election: string,
    @Body() { rollSummary }: FinishElectionDto,
  ): Promise<void> {
    await this.finishElection.execute(election, rollSummary);
  }

  /** For named scrutineers and the count: whole, also when few voted. */
  @Get(':election/export/:file')
  async file(@Param('election') election: string, @Param('file') file: string): Promise<StreamableFile> {
    return stream(await this.exports.file(election, file, true), file);
  }
}
