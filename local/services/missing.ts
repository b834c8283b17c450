import { ServiceObject } from './bridge';

/** A service that the platform has and this runtime has not: any use of it says so. */
export class MissingService extends ServiceObject {
  constructor(readonly serviceName: string) {
    super();
  }
}

export const MISSING_SERVICES: readonly string[] = [
  'Browser',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'GmailApp',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'MimeType',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
];
