import type { CalendarDay } from '../domain/calendar';
import { andList, duration, french, number, plural, shortDay, time } from './format';

const slotCount = (count: number): string => plural(count, 'créneau', 'créneaux');

export const SLOTS_TEXT = {
  title: 'Générer les créneaux',
  period: 'Période',
  from: 'Du',
  to: 'Au',
  weekdays: 'Jours',
  days: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  holidays: 'Jours fériés à exclure',
  holiday: (day: CalendarDay, name: string): string => `${shortDay(day)}, ${name}`,
  excluded: 'Autres dates à exclure',
  excludedFrom: 'Du',
  excludedTo: 'au (facultatif)',
  exclude: 'Exclure',
  excludedDays: (from: CalendarDay, to: CalendarDay): string =>
    from === to ? shortDay(from) : `du ${shortDay(from)} au ${shortDay(to)}`,
  keep: (days: string): string => `Ne plus exclure ${days}`,
  hours: 'Horaires',
  listed: 'À ces heures',
  starts: 'Heures de début',
  startsHelp: 'Par exemple : 8 h 30 ; 13 h 30',
  inTurn: 'À la suite',
  firstStart: 'De',
  lastEnd: 'à',
  gap: 'Battement (min)',
  duration: 'Durée (min)',
  needs: (plain: number, usual: number): string =>
    french(
      `Il faut ${duration(plain)} (installation et épreuve), et ${duration(usual)} avec le temps majoré habituel.`,
    ),
  peopleNeed: (people: number, minutes: number): string =>
    french(`${plural(people, 'étudiant a besoin', 'étudiants ont besoin')} de ${duration(minutes)}.`),
  site: 'Site',
  everySite: 'Tous les sites',
  columns: (tabs: readonly string[]): string =>
    french(
      `Ajouter ${tabs.length === 1 ? 'à l’onglet' : 'aux onglets'} ${andList(tabs.map((tab) => `« ${tab} »`))} les colonnes de créneaux qui y manquent`,
    ),
  preview: (count: number): string =>
    count === 0 ? 'Aucun créneau à ajouter' : `${slotCount(count)} à ajouter`,
  alreadyThere: (count: number): string =>
    french(
      `${plural(count, 'créneau est déjà là et ne sera', 'créneaux sont déjà là et ne seront')} pas ajouté${count < 2 ? '' : 's'} une seconde fois.`,
    ),
  code: 'Créneau',
  day: 'Date',
  times: 'Horaire',
  add: (count: number): string => `Ajouter ${slotCount(count)}`,
  nothing: 'Ajouter',
  cancel: 'Annuler',
  close: 'Fermer',
  working: 'Ajout des créneaux…',
  more: (count: number): string => french(`… et ${number(count)} de plus.`),

  noPeriod: french('Donnez la période : la première et la dernière date.'),
  backwards: french('La dernière date est avant la première.'),
  tooLong: french('La période dépasse 400 jours : vérifiez les années.'),
  noWeekday: french('Cochez au moins un jour de la semaine.'),
  noStart: french('Donnez au moins une heure de début, par exemple 8 h 30.'),
  badStart: (text: string): string =>
    french(`« ${text} » n’est pas une heure. Écrivez par exemple 8 h 30 ou 8:30.`),
  badDuration: french('Donnez la durée en minutes, entre 1 et 720.'),
  noDay: french('Aucun jour de cette période ne convient : vérifiez les jours cochés et les exclusions.'),
  nothingFits: french('Aucun créneau ne tient dans cet horaire : vérifiez les heures et la durée.'),
  tooMany: (most: number): string =>
    french(`Plus de ${number(most)} créneaux : réduisez la période ou les heures.`),

  tooShort: (minutes: number, needed: number): string =>
    french(
      `Ces créneaux durent ${duration(minutes)} et une session en demande ${duration(needed)} : personne ne pourra y être placé.`,
    ),
  noneForExtraTime: (people: number, needed: number): string =>
    french(
      people === 0
        ? `Aucun créneau, ancien ou nouveau, ne dure ${duration(needed)} : qui a un temps majoré ne pourra pas être placé.`
        : `Aucun créneau, ancien ou nouveau, ne dure ${duration(needed)} : ${plural(people, 'étudiant avec temps majoré ne pourra', 'étudiants avec temps majoré ne pourront')} pas être placé${people < 2 ? '' : 's'}.`,
    ),
  tooClose: (gap: number): string =>
    french(
      `Des créneaux d’un même jour se chevauchent${gap === 0 ? '' : `, le battement de ${duration(gap)} compris`} : une salle ne servira qu’à l’un d’eux.`,
    ),
  past: (count: number): string =>
    french(
      `${plural(count, 'créneau est passé', 'créneaux sont passés')} : aucune session n’y sera ouverte.`,
    ),

  added: (count: number, first: string, last: string, tab: string): string =>
    french(
      count === 1
        ? `1 créneau ajouté dans l’onglet « ${tab} » : ${first}.`
        : `${slotCount(count)} ajoutés dans l’onglet « ${tab} » : ${first} à ${last}.`,
    ),
  addedColumns: (tabs: readonly string[]): string =>
    french(
      `Colonnes ajoutées dans ${andList(tabs.map((tab) => `« ${tab} »`))} : indiquez-y qui est disponible aux nouveaux créneaux.`,
    ),
  nothingAdded: french('Ces créneaux sont déjà tous dans l’onglet : rien n’a changé.'),
  noTab: french('L’onglet des créneaux n’est pas prêt : choisissez d’abord Pix ▸ Préparer le classeur.'),
  noHeaders: (tab: string): string =>
    french(
      `Onglet « ${tab} » : les colonnes « Date », « Début » et « Fin » sont introuvables. Rétablissez leurs titres, ou renommez l’onglet et choisissez Pix ▸ Préparer le classeur.`,
    ),
  unreadable: french('Ces créneaux sont illisibles : rien n’a changé. Rouvrez la fenêtre.'),
  unknownSite: (site: string): string =>
    french(`Le site « ${site} » n’est plus dans l’onglet des salles : rien n’a changé.`),
  noSiteColumn: (tab: string): string =>
    french(
      `Onglet « ${tab} » : il n’y a pas de colonne « Site ». Ajoutez-la, ou choisissez « Tous les sites ».`,
    ),
  slot: (code: string, day: CalendarDay, start: number): string =>
    french(`${code} (${shortDay(day)} à ${time(start)})`),
} as const;
