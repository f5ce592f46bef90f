import { limits, type BoardId, type Role } from '@common-ground/protocol';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal, type ApiError } from '../api/ApiError.ts';
import type { Invitation } from '../api/createApi.ts';
import { useApi } from '../api/useApi.ts';
import { FormFailure } from '../app/FormFailure.tsx';
import { useServices } from '../app/services.tsx';
import { problemOf, type Problem } from '../errors/Problem.ts';
import { joinBoard } from '../session/joinBoard.ts';
import { readLastPerson } from '../session/lastPerson.ts';
import { faultOf, firstAnswer, partnerOf } from './PartnerAnswer.ts';
import { PartnerQuestion } from './PartnerQuestion.tsx';

/** Name, partner, one button. */
export function JoinForm({
  boardId,
  secret,
  password,
  invitation,
  blank,
  onJoined,
  onProblem,
}: {
  boardId: BoardId;
  secret: string;
  /** Null for a link that asks for none. */
  password: string | null;
  invitation: Invitation;
  /** Somebody else sits at this browser now: nothing is filled in. */
  blank: boolean;
  onJoined: (role: Role) => void;
  onProblem: (problem: Problem) => void;
}) {
  const { t } = useTranslation();
  const { store } = useServices();
  const api = useApi();
  const nameInput = useRef<HTMLInputElement>(null);
  const { partners } = invitation;
  const [last] = useState(() => (blank ? { name: '', partnerName: null } : readLastPerson(store)));
  const [name, setName] = useState(last.name);
  const [answer, setAnswer] = useState(() => firstAnswer(partners, last.partnerName));
  const [tried, setTried] = useState(false);
  const [joining, setJoining] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const nameMissing = name.trim() === '';
  const fault = faultOf(answer, partners);

  const join = async () => {
    setJoining(true);
    setFailure(null);
    const joined = await joinBoard(
      { api, store },
      { boardId, secret, password },
      {
        name: name.trim(),
        partner: partnerOf(answer),
      },
    );
    setJoining(false);
    if (joined.ok) onJoined(joined.value.role);
    else if (isRefusal(joined.error, ...closedDoors)) onProblem(problemOf(joined.error));
    else setFailure(joined.error);
  };

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameMissing) nameInput.current?.focus();
    else if (fault === null) void join();
  };

  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap={20}>
        <TextInput
          ref={nameInput}
          size="md"
          label={t('join.name')}
          placeholder={t('join.namePlaceholder')}
          value={name}
          maxLength={limits.maxNameLength}
          autoComplete="name"
          dir="auto"
          error={tried && nameMissing ? t('join.nameMissing') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PartnerQuestion
          partners={partners}
          answer={answer}
          fault={tried ? fault : null}
          onChange={setAnswer}
        />
        <FormFailure error={failure} />
        <Button type="submit" size="md" loading={joining}>
          {t('join.submit')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('join.privacy')}
        </Text>
      </Stack>
    </form>
  );
}

/** The link has been closed since the invitation was shown: what was filled in is of no use. */
const closedDoors = [
  'link_revoked',
  'link_withdrawn',
  'link_expired',
  'password_needed',
  'password_wrong',
  'board_or_link_unknown',
] as const;
