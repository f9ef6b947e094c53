// Generated from services/gateway/openapi.json by `npm run generate`; not to be edited.

export interface paths {
  '/v1/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, by the id that others name him by */
    get: operations['account.account'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/callbacks/authority': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The authority answers an accepted order */
    post: operations['callbacks.authority'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/callbacks/carrier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The carrier tells what became of a text message */
    post: operations['callbacks.carrier'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/callbacks/courier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The courier tells where a parcel is */
    post: operations['callbacks.courier'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/evidence-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public key with which evidence packs are checked */
    get: operations['evidence.key'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filed-subjects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the account has filed here: subjects with their sites and numbers */
    get: operations['filed.filed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filed-subjects/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a change (变更) or a cancellation (注销) of what is filed; the draft begins as it is filed */
    post: operations['filed.change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filed-subjects/site-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Own filed sites as last seen from outside: DNS, registration, footer; what is wrong and what helps */
    get: operations['sitechecks.own'];
    put?: never;
    /** Look at an own filed site now; what was seen in the last minute counts */
    post: operations['sitechecks.look'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filing-type-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Verify the filing type (验证备案类型): nothing is locked */
    post: operations['filingacts.checkType'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filing-type-checks/{checkId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The answer of a check, and its form without the number */
    get: operations['filingacts.typeCheck'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Filings, newest first: the own ones, for staff all */
    get: operations['filings.list'];
    put?: never;
    /** Open a filing from a check */
    post: operations['filingacts.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a filing stands, what may be done, what happens at the deadline */
    get: operations['filings.status'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/abandon': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Drop a draft or a returned filing */
    post: operations['filingacts.abandon'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/call-slots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Half hours in which the reviewer may call, and the one that is booked */
    get: operations['appointments.slots'];
    put?: never;
    /** Book a half hour for a call; an earlier booking is moved to it */
    post: operations['appointments.book'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The documents of a filing by slot */
    get: operations['documents.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/documents/{versionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a document that is not sealed */
    delete: operations['documents.remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/documents/{versionId}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A link to the paper for at most five minutes; staff give a reason, and it is audited */
    post: operations['documents.link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Changes as server-sent events: `event: filing`, id = version, data = the status */
    get: operations['filings.events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything recorded of a filing as a signed ZIP: data as submitted, document hashes, decisions with rule and source, messages, time line; taking it is audited */
    get: operations['evidence.evidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/forms/{form}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Authenticity statement (真实性核验单) or letter of authorisation as PDF: the official form where one is loaded, else our own layout with the data filled in */
    get: operations['forms.form'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The time line: every recorded state, oldest first */
    get: operations['filings.history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/identity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the identity check stands: booked place, and every parcel of this submission */
    get: operations['appointments.identity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/identity-choice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose how the website administrator proves who he is */
    post: operations['filingacts.chooseIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent to whom (masked) about this filing, and what became of it */
    get: operations['filings.messages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/phone-confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm a phone (短信核验) with code, mobile and the last six of the certificate */
    post: operations['filingacts.confirmPhone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/phone-resends': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for the code once more */
    post: operations['filingacts.resendCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/photo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer the identity check with an accepted picture */
    post: operations['filingacts.photo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/preflight': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Everything that would stop this filing at any later stage; changes nothing */
    post: operations['filingacts.preflight'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/reasons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why it was returned, per field; reasons added since the last look are marked */
    get: operations['filings.reasons'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/resubmit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit again after a return */
    post: operations['filingacts.resubmit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/site-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its filed sites as last seen from outside (rules.md 9.5, 9.6): what is wrong, since when, and what helps */
    get: operations['filings.siteChecks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The websites of a filing */
    get: operations['sites.list'];
    put?: never;
    /** Add a website */
    post: operations['sites.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/sites/{siteId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One website */
    get: operations['sites.read'];
    /** Save a website */
    put: operations['sites.save'];
    post?: never;
    /** Take a website out of the filing */
    delete: operations['sites.remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/subject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The subject of a filing; staff see it masked */
    get: operations['subject.read'];
    /** Save the subject */
    put: operations['subject.save'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit the draft for review */
    post: operations['filingacts.submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/unmask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One masked value in clear, with a reason that is audited */
    post: operations['subject.unmask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a presigned upload into a slot */
    post: operations['documents.grant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/uploads/{uploadId}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that the file is there: it is checked now */
    post: operations['documents.complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/wechat-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where it stands, in the terms of WeChat's filing interface */
    get: operations['filings.wechat'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/filings/{filingId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw a submission; possible until the hand-over */
    post: operations['filingacts.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mandates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mandates in force that this account gave or holds */
    get: operations['account.list'];
    put?: never;
    /** Lets an agent act for the owner in one filing */
    post: operations['account.give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mandates/{mandateId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends a mandate; owner and agent may */
    delete: operations['account.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Notices to this account (站内信), newest first, all or the unread ones; how many are unread */
    get: operations['notices.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notices/{noticeId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A notice has been read; the first time counts */
    post: operations['notices.read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/dead-letter-topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dead-letter topics, and how many events wait in each */
    get: operations['failures.topics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The oldest events that wait in one of them */
    get: operations['failures.look'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/dead-letters/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the events of a dead-letter topic to their consumers again */
    post: operations['failures.replay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Notices that could not be delivered, with the cause */
    get: operations['operations.failed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/deliveries/{deliveryId}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send one of them again */
    post: operations['operations.resend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/deliveries/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send undelivered notices again by filter; stops when they fail again */
    post: operations['failures.resendMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Running filings by their search attributes: how many, and which */
    get: operations['filingsearch.find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/calendar-changed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plan the dates of this filing again */
    post: operations['operator.calendarChanged'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/extend-window': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the phones more hours */
    post: operations['operator.extendWindow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The kept history of a closed filing, run by run, with links for five minutes: files for the import page of the Temporal UI, payloads still encrypted; taking them is audited. Empty while the filing runs */
    get: operations['kepthistories.histories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop our own moves (hand-over, lapse); never a window of the outside */
    post: operations['operator.hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/legal-hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keep papers and words of a filing in spite of every period, or stop doing so */
    post: operations['operator.legalHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a held filing go on */
    post: operations['operator.release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/retry-undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a parked undo again */
    post: operations['operator.retryUndo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/filings/{filingId}/rule-pack': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move a running filing to another rule pack; no clock gets shorter */
    post: operations['operator.movePack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/hand-overs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hand-overs that the authority has not taken, with the cause; `release` sends one again */
    get: operations['failures.handOvers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/notice-previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every notice with sample values, in each channel and both languages */
    get: operations['operations.previews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/parked-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events that a service could not publish, the oldest hundred of each, with the cause */
    get: operations['parkedeventsdesk.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/parked-events/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let parked events of one service go again, of one filing or of all */
    post: operations['parkedeventsdesk.release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/photo-places': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a place on the list */
    post: operations['photoplaces.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/photo-places/{placeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a place off the list; what is booked there stays booked */
    delete: operations['photoplaces.close'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/resend-runs/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a resend has come */
    get: operations['failures.resendRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/shell-subjects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Subjects filed here whose sites have all been cancelled (空壳主体) */
    get: operations['sitechecks.shells'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/site-audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Filed sites with something wrong at their last look (空壳网站, footer) */
    get: operations['sitechecks.audit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operator/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists of filings in the Temporal UI, as links */
    get: operations['operations.views'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/photo-guide': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the photo must show in a province; its codes are the reasons for which one is refused */
    get: operations['photoplaces.guide'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/photo-places': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Designated photo places (指定拍照地点) that can be booked with the identity choice */
    get: operations['photoplaces.places'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requirements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a province asks of a subject, with sources */
    get: operations['reference.requirements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The queue, oldest first */
    get: operations['reviews.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{filingId}/calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The call log, with the half hour that is booked; the look is audited */
    get: operations['reviewdesk.calls'];
    put?: never;
    /** Write down a call and what it came to */
    post: operations['reviewdesk.log'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{filingId}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a filing from the queue */
    post: operations['reviews.claim'];
    /** Give a filing back to the queue */
    delete: operations['reviews.giveBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{filingId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve, return or refuse; who claimed it decides */
    post: operations['reviews.decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{filingId}/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed between two submissions, masked, with *fixed* or *not touched* per reason */
    get: operations['reviewdesk.difference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{filingId}/photo-decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept or refuse the picture of the website administrator */
    post: operations['reviews.decidePhoto'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{filingId}/reasons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add reasons to a returned filing */
    post: operations['reviews.addReasons'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rule-packs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rule packs that exist, and the one of this installation */
    get: operations['reference.rulePacks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/service-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The own service codes and their state */
    get: operations['reference.serviceCodes'];
    put?: never;
    /** Apply for a service code (备案服务号) of an instance */
    post: operations['reference.apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/service-codes/{codeId}/grant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let another account file with an own, unused code, or take that back */
    post: operations['reference.grant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Account: {
      accountId: string;
      roles: ('applicant' | 'agent' | 'reviewer' | 'senior' | 'operator' | 'auditor' | 'authority')[];
    };
    /**
     * @example {
     *       "province": "12",
     *       "city": "天津市",
     *       "nameZh": "试验拍照点",
     *       "nameEn": "Trial photo place",
     *       "address": "南开区试验道一号",
     *       "hours": "09:00-17:00",
     *       "perDay": 20
     *     }
     */
    AddPhotoPlace: {
      address: string;
      city: string;
      hours: string;
      nameEn: string;
      nameZh: string;
      perDay: number;
      province: string;
    };
    /**
     * @example {
     *       "reasons": [
     *         {
     *           "code": "DOC_QUALITY",
     *           "pointer": "/documents/subject-certificate"
     *         }
     *       ]
     *     }
     */
    AddReasons: {
      reasons: components['schemas']['ReasonInput'][];
    };
    /**
     * @example {
     *       "instanceId": "i-0001"
     *     }
     */
    ApplyServiceCode: {
      instanceId: string;
    };
    /**
     * @example {
     *       "slot": "subject-certificate",
     *       "type": "image/png",
     *       "sizeBytes": 392892,
     *       "sha256": "43246630456e21ce86e41ec7df4d4dcd2ccd87d439844602eb59bcb87234b0ee"
     *     }
     */
    AskUpload: {
      sha256: string;
      sizeBytes: number;
      slot: string;
      /** @enum {string} */
      type: 'image/jpeg' | 'image/png' | 'image/gif';
      /** Format: date */
      validUntil?: string;
    };
    /**
     * @example {
     *       "messageId": "authority-20180622-0001",
     *       "transactionId": "T20180620-0001",
     *       "outcome": "granted",
     *       "subjectNumber": "津ICP备99000001号",
     *       "siteNumbers": [
     *         {
     *           "siteId": "01JDD0W6V6Q7ZK9C3T5M8N2P4R",
     *           "number": "津ICP备99000001号-1"
     *         }
     *       ],
     *       "at": "2018-06-22T02:30:00.000Z"
     *     }
     * @example {
     *       "messageId": "authority-20180622-0002",
     *       "transactionId": "T20180620-0002",
     *       "outcome": "rejected",
     *       "reasons": [
     *         {
     *           "code": "SITE_NAME",
     *           "pointer": "/sites/0/name",
     *           "text": "网站名称不符合要求"
     *         }
     *       ],
     *       "at": "2018-06-22T02:31:00.000Z"
     *     }
     */
    AuthorityCallback: {
      /** Format: date-time */
      at: string;
      messageId: string;
      /** @enum {string} */
      outcome: 'granted' | 'rejected';
      reasons?: {
        code: string;
        pointer: string;
        text: string;
      }[];
      siteNumbers?: {
        number: string;
        siteId: string;
      }[];
      subjectNumber?: string;
      transactionId: string;
    };
    /**
     * @example {
     *       "administrator": "subject-administrator",
     *       "startsAt": "2018-06-19T01:30:00.000Z"
     *     }
     */
    BookCall: {
      administrator: string;
      /** Format: date-time */
      startsAt: string;
    };
    Call: {
      administrator: string;
      at: string;
      by: string;
      callId: string;
      note?: string;
      /** @enum {string} */
      outcome: 'reached' | 'no-answer' | 'wrong-number' | 'not-willing';
      slotId?: string;
      submission: number;
    };
    Calls: {
      booked?: components['schemas']['CallSlot'];
      calls: components['schemas']['Call'][];
    };
    CallSlot: {
      administrator: string;
      endsAt: string;
      slotId: string;
      startsAt: string;
      /** @enum {string} */
      state: 'booked' | 'cancelled' | 'called';
    };
    CallSlots: {
      booked?: components['schemas']['CallSlot'];
      free: {
        endsAt: string;
        startsAt: string;
      }[];
    };
    /**
     * @example {
     *       "messageId": "sms-20180620-0001",
     *       "reference": "notice.01JDD0W6V6Q7ZK9C3T5M8N2P4R",
     *       "state": "delivered",
     *       "at": "2018-06-20T01:00:09.000Z"
     *     }
     * @example {
     *       "messageId": "sms-20180620-0002",
     *       "reference": "notice.01JDD0W6V6Q7ZK9C3T5M8N2P4S",
     *       "state": "failed",
     *       "cause": "no such number",
     *       "at": "2018-06-20T01:00:12.000Z"
     *     }
     */
    CarrierCallback: {
      /** Format: date-time */
      at: string;
      cause?: string;
      messageId: string;
      reference: string;
      /** @enum {string} */
      state: 'delivered' | 'failed';
    };
    Change: {
      after?: unknown;
      before?: unknown;
      /** @enum {string} */
      change: 'added' | 'removed' | 'changed';
      pointer: string;
    };
    /**
     * @example {
     *       "siteNumber": "津ICP备99000001号-1"
     *     }
     */
    CheckSite: {
      siteNumber: string;
    };
    /**
     * @example {
     *       "messageId": "parcel-20180619-0001",
     *       "reference": "01JDD0W6V6Q7ZK9C3T5M8N2P4R:backdrop:1",
     *       "state": "shipped",
     *       "at": "2018-06-19T03:00:00.000Z"
     *     }
     */
    CourierCallback: {
      /** Format: date-time */
      at: string;
      messageId: string;
      reference: string;
      /** @enum {string} */
      state: 'shipped' | 'delivered' | 'lost';
    };
    DeadLetters: {
      items: {
        eventId?: string;
        filingId: string;
        offset: string;
        partition: number;
        reason: string;
        setAsideAt: string;
        type?: string;
      }[];
    };
    DeadLetterTopics: {
      items: {
        consumer: string;
        topic: string;
        waiting: number;
      }[];
    };
    DocumentLink: {
      expiresAt: string;
      url: string;
    };
    Documents: {
      documents: components['schemas']['DocumentVersion'][];
      version: number;
    };
    DocumentVersion: {
      createdAt: string;
      findings: components['schemas']['Finding'][];
      heightPixels?: number;
      refusal?: {
        code: string;
        en: string;
        remedyEn: string;
        remedyZh: string;
        zh: string;
      };
      sealed: boolean;
      sha256?: string;
      sizeBytes?: number;
      slot: string;
      /** @enum {string} */
      state: 'granted' | 'quarantined' | 'accepted' | 'refused';
      /** @enum {string} */
      type?: 'image/jpeg' | 'image/png' | 'image/gif';
      versionId: string;
      widthPixels?: number;
    };
    EvidenceKey: {
      /** @enum {string} */
      algorithm: 'Ed25519';
      keyId: string;
      publicKey: string;
    };
    /**
     * @example {
     *       "hours": 24
     *     }
     */
    ExtendWindow: {
      hours: number;
    };
    FailedDeliveries: {
      items: components['schemas']['FailedDelivery'][];
      next?: string;
    };
    FailedDelivery: {
      at: string;
      attempts: number;
      cause?: string;
      /** @enum {string} */
      channel: 'mail' | 'sms' | 'in-app';
      filingId: string;
      id: string;
      movedAt: string;
      notice: string;
      recipient: string;
      /** @enum {string} */
      state: 'waiting' | 'sending' | 'accepted' | 'delivered' | 'parked';
    };
    FailedHandOvers: {
      items: {
        cause: string;
        filingId: string;
        province: string;
        /** @enum {string} */
        state: 'trying' | 'given-up';
        submission: number;
        triedAt: string;
        tries: number;
      }[];
      next?: string;
    };
    FiledRegister: {
      items: {
        filedAt: string;
        /** @enum {string} */
        nature:
          | 'defence-body'
          | 'government'
          | 'public-institution'
          | 'enterprise'
          | 'individual'
          | 'social-organisation'
          | 'private-non-enterprise'
          | 'foundation'
          | 'law-firm'
          | 'foreign-cultural-centre'
          | 'mass-organisation'
          | 'forensic-body'
          | 'religious-body'
          | 'overseas-body'
          | 'medical-institution'
          | 'notary'
          | 'collective-economy'
          | 'arbitration-body';
        openFiling?: string;
        province: string;
        sites: {
          domains: string[];
          filedAt: string;
          siteNumber: string;
        }[];
        subjectNumber: string;
      }[];
    };
    FilingHistory: {
      items: components['schemas']['FilingSnapshot'][];
    };
    Filings: {
      items: components['schemas']['FilingStatus'][];
      next?: string;
    };
    FilingSnapshot: {
      /** Format: date */
      asOf: string;
      /** @enum {boolean} */
      asOfGiven?: true;
      at: string;
      /** @enum {string} */
      because?: 'reviewer' | 'phone-window-closed' | 'phone-failed' | 'authority-rejected';
      deadline?: {
        at: string;
        countedFrom?: string;
        from?: string;
        /** @enum {string} */
        kind:
          | 'idle-lapse'
          | 'review'
          | 'photo-review'
          | 'hand-over-promise'
          | 'phone-window'
          | 'authority-range'
          | 'public-security';
        provisional: boolean;
        source: string;
        workdays?: number;
      };
      filingId: string;
      /** @enum {string} */
      filingType:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      flags: {
        cancelRefused: boolean;
        onHold: boolean;
        overdue: boolean;
        parked: boolean;
        provisional: boolean;
        rePlanned: boolean;
      };
      identity?: {
        /** @enum {string} */
        method?: 'backdrop' | 'designated-place' | 'shanghai-app' | 'face-check';
        methods: ('backdrop' | 'designated-place' | 'shanghai-app' | 'face-check')[];
        /** @enum {string} */
        parcel?: 'ordered' | 'shipped' | 'delivered' | 'lost';
        /** @enum {string} */
        photo?: 'awaited' | 'under-review' | 'refused' | 'accepted';
      };
      ledger: {
        /** @enum {string} */
        state: 'open' | 'undone' | 'parked' | 'settled';
        submission: number;
        /** @enum {string} */
        undo:
          | 'unlock-subject'
          | 'release-website'
          | 'unseal-documents'
          | 'cancel-backdrop'
          | 'cancel-authority-order'
          | 'void-phone-codes';
      }[];
      /** @enum {string} */
      nature:
        | 'defence-body'
        | 'government'
        | 'public-institution'
        | 'enterprise'
        | 'individual'
        | 'social-organisation'
        | 'private-non-enterprise'
        | 'foundation'
        | 'law-firm'
        | 'foreign-cultural-centre'
        | 'mass-organisation'
        | 'forensic-body'
        | 'religious-body'
        | 'overseas-body'
        | 'medical-institution'
        | 'notary'
        | 'collective-economy'
        | 'arbitration-body';
      numbers?: {
        sites: {
          number: string;
          siteId: string;
        }[];
        subject: string;
      };
      owner: string;
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      phones?: {
        administrator: string;
        confirmed: boolean;
      }[];
      province: string;
      reasons: components['schemas']['ReasonRef'][];
      since: string;
      /** @enum {string} */
      stage:
        | 'draft'
        | 'provider-review'
        | 'returned'
        | 'identity-check'
        | 'hand-over'
        | 'phone-verification'
        | 'authority-review'
        | 'granted'
        | 'refused'
        | 'withdrawn'
        | 'abandoned'
        | 'lapsed';
      submission: number;
      version: number;
      /** @enum {string} */
      waitingOn: 'applicant' | 'provider' | 'authority' | 'system' | 'operator' | 'nobody';
    };
    FilingStatus: {
      allowedActions: (
        | 'submit'
        | 'resubmit'
        | 'withdraw'
        | 'abandon'
        | 'decideReview'
        | 'addReasons'
        | 'chooseIdentityMethod'
        | 'photoUploaded'
        | 'decidePhoto'
        | 'confirmPhone'
        | 'hold'
        | 'release'
        | 'extendWindow'
        | 'rulePackMoved'
        | 'retryUndo'
      )[];
      /** Format: date */
      asOf: string;
      /** @enum {boolean} */
      asOfGiven?: true;
      at: string;
      atDeadline?: {
        en: string;
        zh: string;
      };
      /** @enum {string} */
      because?: 'reviewer' | 'phone-window-closed' | 'phone-failed' | 'authority-rejected';
      deadline?: {
        at: string;
        countedFrom?: string;
        from?: string;
        /** @enum {string} */
        kind:
          | 'idle-lapse'
          | 'review'
          | 'photo-review'
          | 'hand-over-promise'
          | 'phone-window'
          | 'authority-range'
          | 'public-security';
        provisional: boolean;
        source: string;
        workdays?: number;
      };
      filingId: string;
      /** @enum {string} */
      filingType:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      flags: {
        cancelRefused: boolean;
        onHold: boolean;
        overdue: boolean;
        parked: boolean;
        provisional: boolean;
        rePlanned: boolean;
      };
      identity?: {
        /** @enum {string} */
        method?: 'backdrop' | 'designated-place' | 'shanghai-app' | 'face-check';
        methods: ('backdrop' | 'designated-place' | 'shanghai-app' | 'face-check')[];
        /** @enum {string} */
        parcel?: 'ordered' | 'shipped' | 'delivered' | 'lost';
        /** @enum {string} */
        photo?: 'awaited' | 'under-review' | 'refused' | 'accepted';
      };
      ledger: {
        /** @enum {string} */
        state: 'open' | 'undone' | 'parked' | 'settled';
        submission: number;
        /** @enum {string} */
        undo:
          | 'unlock-subject'
          | 'release-website'
          | 'unseal-documents'
          | 'cancel-backdrop'
          | 'cancel-authority-order'
          | 'void-phone-codes';
      }[];
      /** @enum {string} */
      nature:
        | 'defence-body'
        | 'government'
        | 'public-institution'
        | 'enterprise'
        | 'individual'
        | 'social-organisation'
        | 'private-non-enterprise'
        | 'foundation'
        | 'law-firm'
        | 'foreign-cultural-centre'
        | 'mass-organisation'
        | 'forensic-body'
        | 'religious-body'
        | 'overseas-body'
        | 'medical-institution'
        | 'notary'
        | 'collective-economy'
        | 'arbitration-body';
      numbers?: {
        sites: {
          number: string;
          siteId: string;
        }[];
        subject: string;
      };
      owner: string;
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      phones?: {
        administrator: string;
        confirmed: boolean;
      }[];
      province: string;
      reasons: components['schemas']['ReasonRef'][];
      since: string;
      /** @enum {string} */
      stage:
        | 'draft'
        | 'provider-review'
        | 'returned'
        | 'identity-check'
        | 'hand-over'
        | 'phone-verification'
        | 'authority-review'
        | 'granted'
        | 'refused'
        | 'withdrawn'
        | 'abandoned'
        | 'lapsed';
      stageText: {
        en: string;
        zh: string;
      };
      submission: number;
      usualTime?: components['schemas']['UsualTime'];
      version: number;
      /** @enum {string} */
      waitingOn: 'applicant' | 'provider' | 'authority' | 'system' | 'operator' | 'nobody';
    };
    FilingTypeCheck: {
      /** Format: date */
      asOf: string;
      checkId: string;
      en: string;
      /** @enum {string} */
      filingType?:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      form: {
        /** @enum {string} */
        certificateType:
          | 'resident-id'
          | 'passport'
          | 'taiwan-travel-permit'
          | 'hk-macau-travel-permit'
          | 'foreign-permanent-residence'
          | 'hk-macau-residence-permit'
          | 'taiwan-residence-permit'
          | 'business-licence'
          | 'organisation-code'
          | 'credit-code'
          | 'institution-legal-person'
          | 'social-organisation-registration'
          | 'private-non-enterprise-registration'
          | 'foundation-registration'
          | 'law-firm-licence'
          | 'foreign-representative-office'
          | 'other';
        city?: string;
        district?: string;
        domain: string;
        /** @enum {string} */
        nature:
          | 'defence-body'
          | 'government'
          | 'public-institution'
          | 'enterprise'
          | 'individual'
          | 'social-organisation'
          | 'private-non-enterprise'
          | 'foundation'
          | 'law-firm'
          | 'foreign-cultural-centre'
          | 'mass-organisation'
          | 'forensic-body'
          | 'religious-body'
          | 'overseas-body'
          | 'medical-institution'
          | 'notary'
          | 'collective-economy'
          | 'arbitration-body';
        province: string;
      };
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      row: string;
      source: string;
      stop?: {
        code: string;
        en: string;
        remedyEn: string;
        remedyZh: string;
        zh: string;
      };
      zh: string;
    };
    FilingTypeDecision: {
      /** Format: date */
      asOf: string;
      checkId: string;
      en: string;
      /** @enum {string} */
      filingType?:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      row: string;
      source: string;
      stop?: {
        code: string;
        en: string;
        remedyEn: string;
        remedyZh: string;
        zh: string;
      };
      zh: string;
    };
    Finding: {
      code: string;
      en: string;
      offending?: string;
      offendingSpan?: {
        end: number;
        start: number;
      };
      pointer: string;
      remedyEn: string;
      remedyZh: string;
      rule: string;
      /** @enum {string} */
      severity: 'error' | 'warning';
      source: string;
      /** @enum {string} */
      stage:
        | 'draft'
        | 'provider-review'
        | 'returned'
        | 'identity-check'
        | 'hand-over'
        | 'phone-verification'
        | 'authority-review'
        | 'granted'
        | 'refused'
        | 'withdrawn'
        | 'abandoned'
        | 'lapsed';
      zh: string;
    };
    FoundFilings: {
      count: number;
      items: string[];
      query: string;
    };
    /**
     * @example {
     *       "filingId": "01JDD0W6V6Q7ZK9C3T5M8N2P4R",
     *       "agent": "01JDD0W6V6Q7ZK9C3T5M8N2P4S"
     *     }
     */
    GiveMandate: {
      agent: string;
      filingId: string;
    };
    /**
     * @example {
     *       "grantedTo": "01JDD0W6V6Q7ZK9C3T5M8N2P4R"
     *     }
     */
    GrantServiceCode: {
      grantedTo?: string;
    };
    /**
     * @example {
     *       "note": "管局系统维护 the authority is closed"
     *     }
     */
    HoldNote: {
      note: string;
    };
    /**
     * @example {
     *       "method": "backdrop",
     *       "address": {
     *         "recipient": "赵验之",
     *         "mobile": "13800000000",
     *         "province": "12",
     *         "address": "南开区试验道一号三层 301 室"
     *       }
     *     }
     */
    IdentityChoice: {
      address?: {
        address: string;
        mobile: string;
        province: string;
        recipient: string;
      };
      booking?: {
        /** Format: date */
        day: string;
        placeId: string;
      };
      bookingReference?: string;
      /** @enum {string} */
      method: 'backdrop' | 'designated-place' | 'shanghai-app' | 'face-check';
    };
    IdentityView: {
      booking?: {
        /** Format: date */
        day: string;
        place: components['schemas']['PhotoPlace'];
        reference: string;
      };
      /** @enum {string} */
      method?: 'backdrop' | 'designated-place' | 'shanghai-app' | 'face-check';
      parcels: {
        movedAt?: string;
        order: number;
        orderedAt: string;
        /** @enum {string} */
        state: 'intended' | 'ordered' | 'shipped' | 'delivered' | 'lost' | 'cancelled' | 'past-cancelling';
      }[];
    };
    InAppNotice: {
      at: string;
      en: {
        text: string;
        title: string;
      };
      filingId: string;
      id: string;
      notice: string;
      readAt?: string;
      zh: {
        text: string;
        title: string;
      };
    };
    InAppNotices: {
      items: components['schemas']['InAppNotice'][];
      next?: string;
      unread: number;
    };
    KeptHistories: {
      items: {
        closedAt: string;
        events: number;
        expiresAt: string;
        runId: string;
        sha256: string;
        sizeBytes: number;
        url: string;
      }[];
    };
    /**
     * @example {
     *       "held": true,
     *       "reason": "法院调取 court order 17"
     *     }
     */
    LegalHold: {
      held: boolean;
      reason: string;
    };
    LockedSubject: {
      certificateNumber: string;
      /** @enum {string} */
      certificateType:
        | 'resident-id'
        | 'passport'
        | 'taiwan-travel-permit'
        | 'hk-macau-travel-permit'
        | 'foreign-permanent-residence'
        | 'hk-macau-residence-permit'
        | 'taiwan-residence-permit'
        | 'business-licence'
        | 'organisation-code'
        | 'credit-code'
        | 'institution-legal-person'
        | 'social-organisation-registration'
        | 'private-non-enterprise-registration'
        | 'foundation-registration'
        | 'law-firm-licence'
        | 'foreign-representative-office'
        | 'other';
      city?: string;
      district?: string;
      /** @enum {string} */
      filingType:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      /** @enum {string} */
      nature:
        | 'defence-body'
        | 'government'
        | 'public-institution'
        | 'enterprise'
        | 'individual'
        | 'social-organisation'
        | 'private-non-enterprise'
        | 'foundation'
        | 'law-firm'
        | 'foreign-cultural-centre'
        | 'mass-organisation'
        | 'forensic-body'
        | 'religious-body'
        | 'overseas-body'
        | 'medical-institution'
        | 'notary'
        | 'collective-economy'
        | 'arbitration-body';
      province: string;
    };
    /**
     * @example {
     *       "administrator": "subject-administrator",
     *       "outcome": "no-answer",
     *       "note": "响铃无人接听 rang, no answer"
     *     }
     */
    LogCall: {
      administrator: string;
      note?: string;
      /** @enum {string} */
      outcome: 'reached' | 'no-answer' | 'wrong-number' | 'not-willing';
    };
    Mandate: {
      agent: string;
      createdAt: string;
      filingId: string;
      mandateId: string;
      owner: string;
    };
    Mandates: {
      items: components['schemas']['Mandate'][];
    };
    /**
     * @example {
     *       "pack": "2018-09",
     *       "asOf": "2018-09-10"
     *     }
     */
    MovePack: {
      /** Format: date */
      asOf: string;
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
    };
    /** @example {} */
    Nothing: Record<string, never>;
    NoticePreview: {
      /** @enum {string} */
      audience: 'applicant' | 'staff' | 'deputy' | 'lead';
      notice: string;
      views: {
        /** @enum {string} */
        channel: 'mail' | 'sms' | 'in-app';
        /** @enum {string} */
        language: 'zh' | 'en';
        text: string;
        title?: string;
      }[];
    };
    NoticePreviews: {
      items: components['schemas']['NoticePreview'][];
    };
    /**
     * @example {
     *       "subjectNumber": "津ICP备99000001号",
     *       "filingType": "CHANGE_SITE",
     *       "siteNumbers": [
     *         "津ICP备99000001号-1"
     *       ]
     *     }
     */
    OpenChange: {
      /** @enum {string} */
      filingType:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      /** @default [] */
      siteNumbers: string[];
      subjectNumber: string;
    };
    /**
     * @example {
     *       "reason": "初审 review"
     *     }
     */
    OpenDocument: {
      reason?: string;
    };
    /**
     * @example {
     *       "checkId": "01JDD0W6V6Q7ZK9C3T5M8N2P4R",
     *       "certificateNumber": "91120104MA0000007A"
     *     }
     */
    OpenFiling: {
      certificateNumber: string;
      checkId: string;
    };
    OperatorViews: {
      items: {
        en: string;
        name: string;
        open: string;
        query: string;
        save: string;
        zh: string;
      }[];
    };
    ParkedEvents: {
      items: {
        attempts: number;
        behind: number;
        cause: string | null;
        eventId: string;
        filingId: string;
        parkedAt: string;
        /** @enum {string} */
        service: 'subject' | 'website' | 'documents' | 'verification' | 'notification';
        type: string;
      }[];
    };
    PersonDraft: {
      certificateNumber?: string;
      /** @enum {string} */
      certificateType?:
        | 'resident-id'
        | 'passport'
        | 'taiwan-travel-permit'
        | 'hk-macau-travel-permit'
        | 'foreign-permanent-residence'
        | 'hk-macau-residence-permit'
        | 'taiwan-residence-permit'
        | 'business-licence'
        | 'organisation-code'
        | 'credit-code'
        | 'institution-legal-person'
        | 'social-organisation-registration'
        | 'private-non-enterprise-registration'
        | 'foundation-registration'
        | 'law-firm-licence'
        | 'foreign-representative-office'
        | 'other';
      certificateValidUntil?: string | 'long-term';
      email?: string;
      emergencyMobile?: string;
      landline?: string;
      legalRepresentative?: boolean;
      mobile?: string;
      name?: string;
    };
    PhoneCodeResent: {
      left: number;
      sent: number;
    };
    /**
     * @example {
     *       "administrator": "subject-administrator",
     *       "code": "123456",
     *       "mobile": "13800000000",
     *       "certificateTail": "010011"
     *     }
     */
    PhoneConfirmation: {
      administrator: string;
      certificateTail: string;
      code: string;
      mobile: string;
    };
    /**
     * @example {
     *       "administrator": "subject-administrator"
     *     }
     */
    PhoneResend: {
      administrator: string;
    };
    /**
     * @example {
     *       "versionId": "01JDD0W6V6Q7ZK9C3T5M8N2P4R"
     *     }
     */
    Photo: {
      versionId: string;
    };
    /**
     * @example {
     *       "accepted": true,
     *       "reasons": []
     *     }
     * @example {
     *       "accepted": false,
     *       "reasons": [
     *         {
     *           "code": "PHOTO_FRAMING",
     *           "pointer": "/documents/site-administrator-photo:site-administrator-1",
     *           "text": "请正对镜头，拍上半身 face the camera, upper body"
     *         }
     *       ]
     *     }
     */
    PhotoDecision: {
      accepted: boolean;
      /** @default [] */
      reasons: components['schemas']['ReasonInput'][];
    };
    PhotoGuide: {
      items: {
        code: string;
        en: string;
        zh: string;
      }[];
      province: string;
      source: string;
    };
    PhotoPlace: {
      address: string;
      city: string;
      hours: string;
      nameEn: string;
      nameZh: string;
      perDay: number;
      placeId: string;
      province: string;
    };
    PhotoPlaces: {
      items: components['schemas']['PhotoPlace'][];
    };
    Preflight: {
      /** Format: date */
      asOf: string;
      checkedAt: string;
      findings: components['schemas']['Finding'][];
      notChecked: {
        /** @enum {string} */
        cause: 'unavailable' | 'needs-subject' | 'needs-other-parts';
        /** @enum {string} */
        part:
          | 'subject'
          | 'sites'
          | 'documents'
          | 'across-parts'
          | 'domain-registry'
          | 'cloud-account'
          | 'national-register';
        pointer?: string;
      }[];
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      ready: boolean;
    };
    Problem: {
      code: string;
      detail?: string;
      en: string;
      errors?: {
        code: string;
        en: string;
        pointer: string;
        remedyEn?: string;
        remedyZh?: string;
        zh: string;
      }[];
      instance?: string;
      remedyEn: string;
      remedyZh: string;
      status: number;
      title: string;
      type: string;
      zh: string;
    } & {
      [key: string]: unknown;
    };
    Reason: {
      addedAt: string;
      addedSinceLastLook?: boolean;
      /** @enum {string} */
      by: 'provider' | 'authority' | 'system';
      code: string;
      en: string;
      id: string;
      /** Format: starts_with */
      pointer: string & (unknown & unknown);
      submission: number;
      suggestion?: string;
      text?: string;
      zh: string;
    };
    ReasonInput: {
      code: string;
      /** Format: starts_with */
      pointer: string & (unknown & unknown);
      suggestion?: string;
      text?: string;
    };
    ReasonRef: {
      code: string;
      id: string;
      pointer: string;
    };
    Reasons: components['schemas']['Reason'][];
    ReleasedParked: {
      dryRun: boolean;
      released: number;
    };
    /**
     * @example {
     *       "service": "verification",
     *       "dryRun": true
     *     }
     */
    ReleaseParked: {
      dryRun: boolean;
      filingId?: string;
      /** @enum {string} */
      service: 'subject' | 'website' | 'documents' | 'verification' | 'notification';
    };
    /**
     * @example {
     *       "topic": "beian.verification.v1.dead.gateway",
     *       "dryRun": true
     *     }
     */
    Replay: {
      /** @default 100 */
      atMost: number;
      dryRun: boolean;
      topic: string;
    };
    Replayed: {
      dryRun: boolean;
      replayed: number;
      skipped: number;
      waiting: number;
    };
    Requirements: {
      asOf: string;
      certificates: string[];
      documents: {
        en: string;
        key: string;
        kind: string;
        minBytes?: number;
        /** @enum {string} */
        neededAt: 'submission' | 'identity-check';
        pictureKind: number;
        required: boolean;
        source: string;
        zh: string;
      }[];
      identity: {
        methods: string[];
        /** @enum {string} */
        step: 'after-review' | 'before-submission';
      };
      nature: {
        en: string;
        zh: string;
      };
      /** @enum {string} */
      pack: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      province: {
        character: string;
        code: string;
        en: string;
        zh: string;
      };
      sections: {
        en: string;
        items: {
          /** @enum {string} */
          answer: 'rule' | 'inherited' | 'none-printed';
          /** @enum {string} */
          confidence: 'high' | 'medium' | 'low' | 'inferred';
          details?: string[];
          en: string;
          rule: string;
          source: string;
          validFrom?: string;
          validTo?: string;
          zh: string;
        }[];
        section: string;
        zh: string;
      }[];
    };
    ResendBegun: {
      matching: number;
      runId?: string;
    };
    ResendRun: {
      atMost: number;
      failed: number;
      released: number;
      runId: string;
      sent: number;
      /** @enum {string} */
      state: 'running' | 'done' | 'stopped';
      stopAfter: number;
    };
    /**
     * @example {
     *       "filter": {
     *         "channel": "sms"
     *       },
     *       "dryRun": true
     *     }
     */
    ResendWish: {
      /** @default 1000 */
      atMost: number;
      dryRun: boolean;
      filter: {
        /** Format: date-time */
        before?: string;
        cause?: string;
        /** @enum {string} */
        channel?: 'mail' | 'sms';
        filingId?: string;
        notice?: string;
      };
      /** @default 3 */
      stopAfter: number;
    };
    /**
     * @example {
     *       "undo": "cancel-backdrop"
     *     }
     */
    RetryUndo: {
      /** @enum {string} */
      undo:
        | 'unlock-subject'
        | 'release-website'
        | 'unseal-documents'
        | 'cancel-backdrop'
        | 'cancel-authority-order'
        | 'void-phone-codes';
    };
    /**
     * @example {
     *       "decision": "return",
     *       "reasons": [
     *         {
     *           "code": "SITE_NAME",
     *           "pointer": "/sites/0/name",
     *           "text": "名称与内容不符",
     *           "suggestion": "改为企业主页名称"
     *         }
     *       ]
     *     }
     * @example {
     *       "decision": "approve",
     *       "reasons": []
     *     }
     */
    ReviewDecision: {
      /** @enum {string} */
      decision: 'approve' | 'return' | 'refuse';
      /** @default [] */
      reasons: components['schemas']['ReasonInput'][];
    };
    ReviewItem: {
      claimedBy?: string;
      claimExpiresAt?: string;
      dueAt: string;
      filingId: string;
      /** @enum {string} */
      filingType:
        | 'FIRST'
        | 'ADD_SITE_OTHER'
        | 'ADD_SITE_HERE'
        | 'ACCESS_NEW'
        | 'ACCESS_CONT'
        | 'CHANGE_SUBJECT'
        | 'CHANGE_SITE'
        | 'CHANGE_BOTH'
        | 'CANCEL_ACCESS'
        | 'CANCEL_SITE'
        | 'CANCEL_SUBJECT'
        | 'CLAIM'
        | 'IMPORT'
        | 'MIGRATE'
        | 'TRANSFER';
      /** @enum {string} */
      kind: 'review' | 'photo';
      /** @enum {string} */
      nature:
        | 'defence-body'
        | 'government'
        | 'public-institution'
        | 'enterprise'
        | 'individual'
        | 'social-organisation'
        | 'private-non-enterprise'
        | 'foundation'
        | 'law-firm'
        | 'foreign-cultural-centre'
        | 'mass-organisation'
        | 'forensic-body'
        | 'religious-body'
        | 'overseas-body'
        | 'medical-institution'
        | 'notary'
        | 'collective-economy'
        | 'arbitration-body';
      overdue: boolean;
      proposal?: {
        by: string;
        /** @enum {string} */
        decision: 'approve' | 'return' | 'refuse';
      };
      province: string;
      queuedAt: string;
      refusalProposedBy?: string;
      submission: number;
    };
    Reviews: {
      items: components['schemas']['ReviewItem'][];
      next?: string;
    };
    RevisionDifference: {
      changes: components['schemas']['Change'][];
      from: number;
      reasons: {
        addedAt: string;
        addedSinceLastLook?: boolean;
        /** @enum {string} */
        by: 'provider' | 'authority' | 'system';
        changes: string[];
        code: string;
        en: string;
        id: string;
        /** @enum {string} */
        outcome: 'fixed' | 'not-touched';
        /** Format: starts_with */
        pointer: string & (unknown & unknown);
        submission: number;
        suggestion?: string;
        text?: string;
        zh: string;
      }[];
      to: number;
      unasked: string[];
    };
    RulePacks: {
      /** Format: date */
      asOf?: string;
      /** @enum {string} */
      current: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
      items: ('2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08')[];
    };
    SentMessage: {
      at: string;
      attempts: number;
      cause?: string;
      /** @enum {string} */
      channel: 'mail' | 'sms' | 'in-app';
      id: string;
      movedAt: string;
      notice: string;
      recipient: string;
      /** @enum {string} */
      state: 'waiting' | 'sending' | 'accepted' | 'delivered' | 'parked';
    };
    SentMessages: {
      items: components['schemas']['SentMessage'][];
    };
    ServiceCode: {
      code: string;
      createdAt: string;
      grantedTo?: string;
      id: string;
      instanceId: string;
      /** @enum {string} */
      state: 'unbound' | 'bound' | 'in-progress' | 'filed' | 'void';
    };
    ServiceCodes: {
      items: components['schemas']['ServiceCode'][];
      next?: string;
    };
    ShellSubject: {
      findings: components['schemas']['Finding'][];
      since: string;
      subjectNumber: string;
    };
    ShellSubjects: {
      items: components['schemas']['ShellSubject'][];
    };
    SiteAudit: {
      items: components['schemas']['SiteCheck'][];
      next?: string;
    };
    SiteCheck: {
      addresses?: string[];
      checkedAt?: string;
      /** @enum {string} */
      dns?: 'here' | 'elsewhere' | 'nowhere' | 'unknown';
      domain: string;
      expected: {
        link: string;
        number: string;
      };
      failingSince?: string;
      filedAt: string;
      filingId: string;
      findings: components['schemas']['Finding'][];
      /** @enum {string} */
      homePage?: 'fine' | 'no-number' | 'other-number' | 'no-link' | 'down' | 'forbidden-address' | 'not-looked';
      /** @enum {string} */
      registration?: 'valid' | 'expired' | 'not-registered' | 'unknown';
      siteNumber: string;
    };
    SiteChecks: {
      items: components['schemas']['SiteCheck'][];
      shellSubjects: components['schemas']['ShellSubject'][];
    };
    /**
     * @example {
     *       "name": "天津试验数据企业主页",
     *       "domains": [
     *         "shiyan-000000001.cn"
     *       ],
     *       "homePage": "www.shiyan-000000001.cn",
     *       "serviceContents": [
     *         128
     *       ],
     *       "languages": [
     *         1
     *       ],
     *       "preapprovals": [],
     *       "administrator": "site-administrator-1"
     *     }
     */
    SiteDraft: {
      administrator?: string;
      domains?: string[];
      homePage?: string;
      languages?: number[];
      name?: string;
      preapprovals?: {
        kind: string;
        number: string;
      }[];
      remark?: string;
      serviceCode?: string;
      serviceContents?: number[];
    };
    SitePart: {
      completeness: {
        filled: number;
        of: number;
      };
      draft: components['schemas']['SiteDraft'];
      siteId: string;
      version: number;
    };
    Sites: {
      sites: components['schemas']['SitePart'][];
    };
    /**
     * @example {
     *       "name": "天津试验数据有限公司",
     *       "certificateAddress": "南开区试验道一号三层 301 室",
     *       "mailingProvince": "12",
     *       "mailingAddress": "南开区试验道一号三层 301 室",
     *       "superior": "林试文",
     *       "administrators": {
     *         "subject-administrator": {
     *           "name": "林试文",
     *           "certificateType": "resident-id",
     *           "certificateNumber": "120104198001010011",
     *           "certificateValidUntil": "2038-06-30",
     *           "mobile": "13800000000",
     *           "landline": "022-23456789",
     *           "email": "lin@people.example",
     *           "legalRepresentative": true
     *         },
     *         "site-administrator-1": {
     *           "name": "赵验之",
     *           "certificateType": "resident-id",
     *           "certificateNumber": "120104198506150028",
     *           "certificateValidUntil": "2038-06-30",
     *           "mobile": "13800000001",
     *           "landline": "022-23456789",
     *           "email": "zhao@people.example",
     *           "legalRepresentative": false
     *         }
     *       }
     *     }
     */
    SubjectDraft: {
      /** @default {} */
      administrators: {
        [key: string]: components['schemas']['PersonDraft'];
      };
      certificateAddress?: string;
      filingPassword?: string;
      mailingAddress?: string;
      mailingProvince?: string;
      name?: string;
      remark?: string;
      residenceProvince?: string;
      superior?: string;
    };
    SubjectPart: {
      completeness: {
        filled: number;
        of: number;
      };
      draft: components['schemas']['SubjectDraft'];
      locked: components['schemas']['LockedSubject'];
      version: number;
    };
    /**
     * @example {
     *       "pointer": "/subject/administrators/subject-administrator/mobile",
     *       "reason": "电话核实 call to verify"
     *     }
     */
    Unmask: {
      /** Format: starts_with */
      pointer: string & (unknown & unknown);
      reason: string;
    };
    Unmasked: {
      pointer: string;
      value: string;
    };
    UploadGrant: {
      expiresAt: string;
      fields: {
        [key: string]: string;
      };
      uploadId: string;
      url: string;
    };
    UsualTime: {
      atAuthority?: {
        medianDays: number;
        p90Days: number;
      };
      filings: number;
      sinceSubmission: {
        medianDays: number;
        p90Days: number;
      };
    };
    /**
     * @example {
     *       "province": "12",
     *       "city": "天津市",
     *       "district": "南开区",
     *       "nature": "enterprise",
     *       "certificateType": "business-licence",
     *       "certificateNumber": "91120104MA0000007A",
     *       "domain": "shiyan-000000001.cn"
     *     }
     */
    VerifyFilingType: {
      certificateNumber: string;
      /** @enum {string} */
      certificateType:
        | 'resident-id'
        | 'passport'
        | 'taiwan-travel-permit'
        | 'hk-macau-travel-permit'
        | 'foreign-permanent-residence'
        | 'hk-macau-residence-permit'
        | 'taiwan-residence-permit'
        | 'business-licence'
        | 'organisation-code'
        | 'credit-code'
        | 'institution-legal-person'
        | 'social-organisation-registration'
        | 'private-non-enterprise-registration'
        | 'foundation-registration'
        | 'law-firm-licence'
        | 'foreign-representative-office'
        | 'other';
      city?: string;
      district?: string;
      domain: string;
      /** @enum {string} */
      nature:
        | 'defence-body'
        | 'government'
        | 'public-institution'
        | 'enterprise'
        | 'individual'
        | 'social-organisation'
        | 'private-non-enterprise'
        | 'foundation'
        | 'law-firm'
        | 'foreign-cultural-centre'
        | 'mass-organisation'
        | 'forensic-body'
        | 'religious-body'
        | 'overseas-body'
        | 'medical-institution'
        | 'notary'
        | 'collective-economy'
        | 'arbitration-body';
      province: string;
    };
    WechatStatus: {
      smsStatus?: 1 | 2 | 3;
      status: 2 | 3 | 4 | 5 | 6 | 1024;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'account.account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'callbacks.authority': {
    parameters: {
      query?: never;
      header: {
        /** @description 16 to 128 random characters, used once */
        'x-beian-nonce': string;
        /** @description HMAC-SHA256 in hex over `timestamp.nonce.body` */
        'x-beian-signature': string;
        /** @description Seconds since 1970; five minutes off at most */
        'x-beian-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AuthorityCallback'];
      };
    };
    responses: {
      /** @description Taken */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'callbacks.carrier': {
    parameters: {
      query?: never;
      header: {
        /** @description 16 to 128 random characters, used once */
        'x-beian-nonce': string;
        /** @description HMAC-SHA256 in hex over `timestamp.nonce.body` */
        'x-beian-signature': string;
        /** @description Seconds since 1970; five minutes off at most */
        'x-beian-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CarrierCallback'];
      };
    };
    responses: {
      /** @description Taken */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'callbacks.courier': {
    parameters: {
      query?: never;
      header: {
        /** @description 16 to 128 random characters, used once */
        'x-beian-nonce': string;
        /** @description HMAC-SHA256 in hex over `timestamp.nonce.body` */
        'x-beian-signature': string;
        /** @description Seconds since 1970; five minutes off at most */
        'x-beian-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CourierCallback'];
      };
    };
    responses: {
      /** @description Taken */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'evidence.key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceKey'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filed.filed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiledRegister'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filed.change': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenChange'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another filing for this subject is open; `filingId` names it */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The type is not offered; `entries` say why */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sitechecks.own': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteChecks'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sitechecks.look': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CheckSite'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteChecks'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.checkType': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerifyFilingType'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingTypeDecision'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.typeCheck': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingTypeCheck'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.list': {
    parameters: {
      query?: {
        cursor?: string;
        filingType?:
          | 'FIRST'
          | 'ADD_SITE_OTHER'
          | 'ADD_SITE_HERE'
          | 'ACCESS_NEW'
          | 'ACCESS_CONT'
          | 'CHANGE_SUBJECT'
          | 'CHANGE_SITE'
          | 'CHANGE_BOTH'
          | 'CANCEL_ACCESS'
          | 'CANCEL_SITE'
          | 'CANCEL_SUBJECT'
          | 'CLAIM'
          | 'IMPORT'
          | 'MIGRATE'
          | 'TRANSFER';
        overdue?: 'true' | 'false';
        province?: string;
        stage?:
          | 'draft'
          | 'provider-review'
          | 'returned'
          | 'identity-check'
          | 'hand-over'
          | 'phone-verification'
          | 'authority-review'
          | 'granted'
          | 'refused'
          | 'withdrawn'
          | 'abandoned'
          | 'lapsed';
        waitingOn?: 'applicant' | 'provider' | 'authority' | 'system' | 'operator' | 'nobody';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Filings'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.open': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenFiling'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The check has opened a filing that has ended */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The type is not offered, or the answer has changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.status': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.abandon': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'appointments.slots': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallSlots'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'appointments.book': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BookCall'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallSlot'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is full, or the provider does not review now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'documents.list': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Documents'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'documents.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
        versionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is sealed with a submission */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'documents.link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
        versionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenDocument'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentLink'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.events': {
    parameters: {
      query?: never;
      header?: {
        /** @description The version seen last; the stream goes on after it */
        'Last-Event-ID'?: string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'evidence.evidence': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A ZIP with manifest and Ed25519 signature */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'forms.form': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
        form: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A PDF */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Fields are missing, or a character cannot be drawn */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingHistory'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'appointments.identity': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityView'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.chooseIdentity': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityChoice'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.messages': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SentMessages'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.confirmPhone': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PhoneConfirmation'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.resendCode': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PhoneResend'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhoneCodeResent'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.photo': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Photo'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.preflight': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preflight'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.reasons': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Reasons'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.resubmit': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.siteChecks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteChecks'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sites.list': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sites'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sites.add': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SiteDraft'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SitePart'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The filing cannot be changed now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sites.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
        siteId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SitePart'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sites.save': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the part as it was read */
        'If-Match': string;
      };
      path: {
        filingId: string;
        siteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SiteDraft'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SitePart'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The filing cannot be changed now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Somebody saved before you; both versions are in the answer */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description If-Match is missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sites.remove': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the part as it was read */
        'If-Match': string;
      };
      path: {
        filingId: string;
        siteId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The filing cannot be changed now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Somebody saved before you; both versions are in the answer */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description If-Match is missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'subject.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubjectPart'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'subject.save': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the part as it was read */
        'If-Match': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubjectDraft'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubjectPart'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The filing cannot be changed now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Somebody saved before you; both versions are in the answer */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description If-Match is missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.submit': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'subject.unmask': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Unmask'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Unmasked'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'documents.grant': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskUpload'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadGrant'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not now */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such slot */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'documents.complete': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentVersion'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No file has arrived */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The file did not pass the checks */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filings.wechat': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WechatStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingacts.withdraw': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description Taken, but not treated yet: look at Location, or ask again with the same key */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There are findings, or the key was used with another body; nothing was changed */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'account.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Mandates'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'account.give': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GiveMandate'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Mandate'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'account.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mandateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is no longer in force */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.list': {
    parameters: {
      query?: {
        cursor?: string;
        unread?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InAppNotices'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.read': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        noticeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InAppNotice'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'failures.topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterTopics'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'failures.look': {
    parameters: {
      query: {
        topic: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetters'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'failures.replay': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Replay'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Replayed'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operations.failed': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailedDeliveries'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operations.resend': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        deliveryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description It is sent again */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'failures.resendMany': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResendWish'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResendBegun'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'filingsearch.find': {
    parameters: {
      query?: {
        attemptAtLeast?: number;
        deadlineBefore?: string;
        filingType?:
          | 'FIRST'
          | 'ADD_SITE_OTHER'
          | 'ADD_SITE_HERE'
          | 'ACCESS_NEW'
          | 'ACCESS_CONT'
          | 'CHANGE_SUBJECT'
          | 'CHANGE_SITE'
          | 'CHANGE_BOTH'
          | 'CANCEL_ACCESS'
          | 'CANCEL_SITE'
          | 'CANCEL_SUBJECT'
          | 'CLAIM'
          | 'IMPORT'
          | 'MIGRATE'
          | 'TRANSFER';
        overdue?: 'true' | 'false';
        pack?: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
        province?: string;
        reason?: string;
        stage?:
          | 'draft'
          | 'provider-review'
          | 'returned'
          | 'identity-check'
          | 'hand-over'
          | 'phone-verification'
          | 'authority-review'
          | 'granted'
          | 'refused'
          | 'withdrawn'
          | 'abandoned'
          | 'lapsed';
        waitingOn?: 'applicant' | 'provider' | 'authority' | 'system' | 'operator' | 'nobody';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundFilings'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.calendarChanged': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Asked; see Location */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.extendWindow': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendWindow'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'kepthistories.histories': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeptHistories'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.hold': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldNote'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.legalHold': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalHold'];
      };
    };
    responses: {
      /** @description Kept, or no longer */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.release': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldNote'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.retryUndo': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetryUndo'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operator.movePack': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MovePack'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not allowed in the present stage; `allowedActions` says what is */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'failures.handOvers': {
    parameters: {
      query?: {
        cause?: string;
        cursor?: string;
        filingId?: string;
        province?: string;
        state?: 'trying' | 'given-up';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailedHandOvers'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operations.previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticePreviews'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'parkedeventsdesk.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParkedEvents'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'parkedeventsdesk.release': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseParked'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReleasedParked'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'photoplaces.add': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddPhotoPlace'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhotoPlace'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'photoplaces.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        placeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is off the list */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'failures.resendRun': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResendRun'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sitechecks.shells': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShellSubjects'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sitechecks.audit': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteAudit'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'operations.views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OperatorViews'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'photoplaces.guide': {
    parameters: {
      query: {
        province: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhotoGuide'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'photoplaces.places': {
    parameters: {
      query?: {
        province?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhotoPlaces'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reference.requirements': {
    parameters: {
      query: {
        asOf?: string;
        nature:
          | 'defence-body'
          | 'government'
          | 'public-institution'
          | 'enterprise'
          | 'individual'
          | 'social-organisation'
          | 'private-non-enterprise'
          | 'foundation'
          | 'law-firm'
          | 'foreign-cultural-centre'
          | 'mass-organisation'
          | 'forensic-body'
          | 'religious-body'
          | 'overseas-body'
          | 'medical-institution'
          | 'notary'
          | 'collective-economy'
          | 'arbitration-body';
        pack?: '2026' | '2018-06' | '2018-09' | '2019-04' | '2019-07' | '2020-08';
        province: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Requirements'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviews.list': {
    parameters: {
      query?: {
        cursor?: string;
        kind?: 'review' | 'photo';
        province?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Reviews'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviewdesk.calls': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Calls'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviewdesk.log': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogCall'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Calls'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The same key is being worked on; ask again in a moment */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviews.claim': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewItem'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another reviewer holds it */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviews.giveBack': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is back */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not claimed by you */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviews.decide': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewDecision'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not claimed, decided already, or a second person is needed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A return needs reasons */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviewdesk.difference': {
    parameters: {
      query?: {
        from?: number;
        to?: number;
      };
      header?: never;
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionDifference'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It was submitted once or never */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviews.decidePhoto': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PhotoDecision'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not claimed, decided already, or a second person is needed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A return needs reasons */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reviews.addReasons': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        filingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddReasons'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilingStatus'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not lie with the applicant */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reference.rulePacks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RulePacks'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reference.serviceCodes': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceCodes'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reference.apply': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyServiceCode'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceCode'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Quota used up */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Instance unfit */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'reference.grant': {
    parameters: {
      query?: never;
      header: {
        /** @description A key of your own for this act; send the same one when you try again. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantServiceCode'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceCode'];
        };
      };
      /** @description The request is not valid; `errors` names each place */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or it is not yours */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key was used with another body */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Temporarily unavailable; try again with the same key */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
