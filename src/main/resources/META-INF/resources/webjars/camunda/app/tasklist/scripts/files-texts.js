import { language } from './language.js';

/** What the page of files says, in the language of the page. */
export const TEXTS = {
  en: {
    tab: 'Files',
    notice: 'Files are not checked for viruses here: no scanner is connected. Open only what you trust.',
    claim: 'Claim this task (top right) to attach files.',
    file: 'File',
    accepted:
      'Up to 20 MiB: PDF, pictures (JPEG, PNG, HEIC, TIFF), plain text, recordings (MP3, M4A, WAV, OGG, MP4, MOV), documents without macros (DOCX, XLSX, ODT).',
    description: 'What it shows (optional)',
    attach: 'Attach',
    choose: 'Choose a file first.',
    sending: 'Sending',
    attached: name => `Attached: ${name}`,
    removed: name => `Removed: ${name}`,
    failed: 'The server cannot be reached. Nothing was changed.',
    list: 'Files of this task',
    none: 'No file is attached to this task.',
    visible: 'The files are seen with this task only, and while it is open.',
    remove: 'Remove',
    removeNamed: name => `Remove ${name}`,
    sure: { question: 'The file is removed for good.', goOn: 'Remove', stay: 'Keep it' },
    states: {
      unscanned: 'not checked for viruses',
      waiting: 'waiting for the virus scanner; cannot be opened yet',
      clean: 'checked, no virus found',
      quarantined: 'in quarantine: the virus scanner found something'
    }
  },
  sq: {
    tab: 'Skedarë',
    notice: 'Këtu skedarët nuk kontrollohen për viruse: nuk është lidhur asnjë skanues. Hapni vetëm ato që u besoni.',
    claim: 'Merreni përsipër këtë detyrë (lart djathtas) që të bashkëngjitni skedarë.',
    file: 'Skedari',
    accepted:
      'Deri në 20 MiB: PDF, pamje (JPEG, PNG, HEIC, TIFF), tekst i thjeshtë, regjistrime (MP3, M4A, WAV, OGG, MP4, MOV), dokumente pa makro (DOCX, XLSX, ODT).',
    description: 'Çfarë tregon (jo e detyrueshme)',
    attach: 'Bashkëngjit',
    choose: 'Zgjidhni më parë një skedar.',
    sending: 'Po dërgohet',
    attached: name => `U bashkëngjit: ${name}`,
    removed: name => `U hoq: ${name}`,
    failed: 'Serveri nuk përgjigjet. Asgjë nuk ndryshoi.',
    list: 'Skedarët e kësaj detyre',
    none: 'Kësaj detyre nuk i është bashkëngjitur asnjë skedar.',
    visible: 'Skedarët shihen vetëm me këtë detyrë, për sa kohë që ajo është e hapur.',
    remove: 'Hiq',
    removeNamed: name => `Hiq ${name}`,
    sure: { question: 'Skedari hiqet përgjithmonë.', goOn: 'Hiqe', stay: 'Mbaje' },
    states: {
      unscanned: 'i pakontrolluar për viruse',
      waiting: 'pret skanuesin e viruseve; nuk hapet dot ende',
      clean: 'i kontrolluar, pa viruse',
      quarantined: 'në karantinë: skanuesi i viruseve gjeti diçka'
    }
  }
}[language];

/** Day and time as elsewhere on the page, wherever the browser is. */
export const time = instant =>
  new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

export const size = bytes =>
  bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KiB`
    : `${(bytes / 1024 / 1024).toLocaleString(language, { maximumFractionDigits: 1 })} MiB`;
