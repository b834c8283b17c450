import { french, number, plural } from './format';

/** What *Agenda* says, and what its events read. */
export const AGENDA_TEXT = {
  title: 'Mettre les sessions dans l’agenda',
  fileTitle: 'Sessions en fichier d’agenda (.ics)',
  fileName: 'sessions-pix.ics',
  fileHowTo: french(
    'Ouvrez ce fichier avec votre agenda (Outlook, Thunderbird, Apple…). Un fichier plus récent met à jour les mêmes événements.',
  ),
  fileMade: (sessions: number): string =>
    french(`${plural(sessions, 'session', 'sessions')} dans le fichier.`),
  eventTitle: (session: string, room: string): string => `Certification Pix ${session} – ${room}`,
  description: (
    enrolled: number,
    places: number,
    groups: readonly string[],
    invigilators: readonly string[],
  ): string =>
    french(
      [
        `${plural(enrolled, 'inscrit', 'inscrits')} sur ${plural(places, 'place', 'places')}`,
        ...(groups.length === 0 ? [] : [`Groupes : ${groups.join(', ')}`]),
        ...(invigilators.length === 0 ? [] : [`Surveillants : ${invigilators.join(', ')}`]),
      ].join('\n'),
    ),
  intro: french(
    'Chaque session devient un événement de l’agenda choisi : créé une fois, mis à jour à sa place, supprimé si la session l’est.',
  ),
  choose: 'Agenda',
  write: 'Mettre à jour l’agenda',
  close: 'Fermer',
  working: 'Mise à jour en cours…',
  noCalendar: 'Vous n’avez aucun agenda : créez-en un dans Google Agenda, puis recommencez.',
  lost: 'L’agenda choisi est introuvable. Choisissez-en un autre.',
  readOnly: french(
    'Vous pouvez lire cet agenda, mais pas y écrire : rien n’y est mis. Demandez à son propriétaire le droit de modifier les événements, ou choisissez un autre agenda.',
  ),
  done: (created: number, updated: number, removed: number, same: number): string =>
    created + updated + removed === 0
      ? french(`L’agenda est déjà à jour : ${plural(same, 'session', 'sessions')}.`)
      : french(
          `Agenda mis à jour : ${plural(created, 'événement créé', 'événements créés')}, ${number(updated)} ${updated < 2 ? 'modifié' : 'modifiés'}, ${number(removed)} ${removed < 2 ? 'supprimé' : 'supprimés'}.`,
        ),
} as const;
