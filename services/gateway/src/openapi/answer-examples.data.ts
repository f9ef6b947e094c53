/**
 * Answers as the gateway gives them, by schema and name: recorded along the life of one filing, with persons, numbers and
 * addresses of invention. A named shape that is answered has one; `test/api-examples.spec.ts` holds each to its schema.
 */
export const answerExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Account: {
    example: {
      accountId: '01JDD0W6V6Q7ZK9C3T5M8N0002',
      roles: ['applicant'],
    },
  },
  CallSlot: {
    example: {
      slotId: '01JDD0W6V6Q7ZK9C3T5M8N000K',
      administrator: 'subject-administrator',
      startsAt: '2026-11-30T01:00:00.000Z',
      endsAt: '2026-11-30T01:30:00.000Z',
      state: 'booked',
    },
  },
  CallSlots: {
    example: {
      free: [
        {
          startsAt: '2026-11-30T01:00:00.000Z',
          endsAt: '2026-11-30T01:30:00.000Z',
        },
        {
          startsAt: '2026-11-30T01:30:00.000Z',
          endsAt: '2026-11-30T02:00:00.000Z',
        },
      ],
    },
  },
  Calls: {
    example: {
      calls: [
        {
          callId: '01JDD0W6V6Q7ZK9C3T5M8N000J',
          administrator: 'subject-administrator',
          outcome: 'no-answer',
          by: '01JDD0W6V6Q7ZK9C3T5M8N000H',
          at: '2026-11-29T01:08:00.573Z',
          submission: 1,
          note: '响铃无人接听 rang, no answer',
        },
      ],
      booked: {
        slotId: '01JDD0W6V6Q7ZK9C3T5M8N000K',
        administrator: 'subject-administrator',
        startsAt: '2026-11-30T01:00:00.000Z',
        endsAt: '2026-11-30T01:30:00.000Z',
        state: 'booked',
      },
    },
  },
  DeadLetterTopics: {
    example: {
      items: [
        {
          topic: 'beian.verification.v1.dead.gateway',
          consumer: 'gateway',
          waiting: 1,
        },
      ],
    },
  },
  DeadLetters: {
    example: {
      items: [
        {
          partition: 0,
          offset: '17',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N0001',
          reason: 'the consumer refused it five times',
          type: 'filing-moved',
          eventId: '01JDD0W6V6Q7ZK9C3T5M8N00X1',
          setAsideAt: '2026-11-29T01:00:00.000Z',
        },
      ],
    },
  },
  DocumentLink: {
    example: {
      url: 'https://papers.example.cn/beian-documents/accepted/6f1c0a9e?X-Amz-Expires=300&X-Amz-Signature=…',
      expiresAt: '2026-11-29T01:12:38.011Z',
    },
  },
  DocumentVersion: {
    example: {
      versionId: '01JDD0W6V6Q7ZK9C3T5M8N0007',
      slot: 'site-administrator-photo:site-administrator-1',
      state: 'accepted',
      type: 'image/png',
      sizeBytes: 396318,
      widthPixels: 620,
      heightPixels: 877,
      sha256: 'bba0eecaad5a04117dffeb7f2cfff6ddfe64bfeb3a23300f6228b28a84a39707',
      findings: [
        {
          code: 'upload-grey',
          pointer: '/documents/site-administrator-photo:site-administrator-1',
          severity: 'warning',
          stage: 'draft',
          zh: '网站负责人照片：图片是黑白的，要求原件的彩色扫描件或照片（复印件会被退回）',
          en: 'photo of the website administrator: The picture has no colour: a colour scan or photo of the original is asked for, copies are returned',
          remedyZh: '对原件彩色扫描或拍照后重新上传',
          remedyEn: 'Scan or photograph the original in colour and upload that',
          rule: 'documents.files',
          source: 'A-cn; H-kb; rules.md 5.3',
        },
      ],
      sealed: false,
      createdAt: '2026-11-29T01:08:26.200Z',
    },
  },
  Documents: {
    example: {
      version: 7,
      documents: [
        {
          versionId: '01JDD0W6V6Q7ZK9C3T5M8N0008',
          slot: 'subject-certificate',
          state: 'accepted',
          type: 'image/png',
          sizeBytes: 395465,
          widthPixels: 620,
          heightPixels: 877,
          sha256: '060d894693968e4f2911f550b7b97d8e5696f878412b3d00f7ebe3ab27289630',
          findings: [
            {
              code: 'upload-grey',
              pointer: '/documents/subject-certificate',
              severity: 'warning',
              stage: 'draft',
              zh: '主办单位证件：图片是黑白的，要求原件的彩色扫描件或照片（复印件会被退回）',
              en: 'certificate of the subject: The picture has no colour: a colour scan or photo of the original is asked for, copies are returned',
              remedyZh: '对原件彩色扫描或拍照后重新上传',
              remedyEn: 'Scan or photograph the original in colour and upload that',
              rule: 'documents.files',
              source: 'A-cn; H-kb; rules.md 5.3',
            },
          ],
          sealed: false,
          createdAt: '2026-11-29T01:07:35.562Z',
        },
        {
          versionId: '01JDD0W6V6Q7ZK9C3T5M8N0009',
          slot: 'subject-administrator-id-front',
          state: 'accepted',
          type: 'image/png',
          sizeBytes: 392968,
          widthPixels: 620,
          heightPixels: 877,
          sha256: '7ce156fc535fcbe4212dd57178b79165b15dee5c19fff13da5af88f6909651e3',
          findings: [
            {
              code: 'upload-grey',
              pointer: '/documents/subject-administrator-id-front',
              severity: 'warning',
              stage: 'draft',
              zh: '主体负责人证件（正面）：图片是黑白的，要求原件的彩色扫描件或照片（复印件会被退回）',
              en: 'ID of the subject administrator, front: The picture has no colour: a colour scan or photo of the original is asked for, copies are returned',
              remedyZh: '对原件彩色扫描或拍照后重新上传',
              remedyEn: 'Scan or photograph the original in colour and upload that',
              rule: 'documents.files',
              source: 'A-cn; H-kb; rules.md 5.3',
            },
          ],
          sealed: false,
          createdAt: '2026-11-29T01:07:39.744Z',
        },
      ],
    },
  },
  EvidenceKey: {
    example: {
      keyId: 'dev-1',
      algorithm: 'Ed25519',
      publicKey:
        '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEANwZZH1Cw4+eEMcHRMAnuhnWKakuuaNIxWMak5xfqyp0=\n-----END PUBLIC KEY-----\n',
    },
  },
  FailedDeliveries: {
    example: {
      items: [
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N00X2',
          notice: 'submitted',
          channel: 'sms',
          recipient: '138****0000',
          state: 'parked',
          attempts: 5,
          at: '2026-11-29T01:00:00.000Z',
          movedAt: '2026-11-29T01:30:00.000Z',
          cause: 'the carrier answered 503',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N0001',
        },
      ],
    },
  },
  FailedHandOvers: {
    example: {
      items: [
        {
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N0001',
          submission: 1,
          province: '12',
          state: 'given-up',
          cause: 'away',
          tries: 20,
          triedAt: '2026-11-29T01:00:00.000Z',
        },
      ],
    },
  },
  FiledRegister: {
    example: {
      items: [
        {
          subjectNumber: '津ICP备99000001号',
          province: '12',
          nature: 'enterprise',
          filedAt: '2026-11-29T01:08:55.107Z',
          sites: [
            {
              siteNumber: '津ICP备99000001号-1',
              domains: ['shiyan-000000001.cn'],
              filedAt: '2026-11-29T01:08:55.107Z',
            },
          ],
        },
      ],
    },
  },
  FilingHistory: {
    example: {
      items: [
        {
          at: '2026-11-29T01:07:25.486Z',
          asOf: '2026-11-29',
          pack: '2018-06',
          flags: {
            onHold: false,
            parked: false,
            overdue: false,
            rePlanned: false,
            provisional: false,
            cancelRefused: false,
          },
          owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
          since: '2026-11-29T01:07:25.485Z',
          stage: 'draft',
          ledger: [],
          nature: 'enterprise',
          reasons: [],
          version: 1,
          deadline: {
            at: '2027-01-13T01:07:25.485Z',
            kind: 'idle-lapse',
            source: 'P; T; rules.md 7, C32; pack 2018-06',
            countedFrom: '2026-11-29T01:07:25.485Z',
            provisional: false,
          },
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          province: '12',
          waitingOn: 'applicant',
          filingType: 'FIRST',
          submission: 0,
        },
        {
          at: '2026-11-29T01:07:58.886Z',
          asOf: '2026-11-29',
          pack: '2018-06',
          flags: {
            onHold: false,
            parked: false,
            overdue: false,
            rePlanned: false,
            provisional: false,
            cancelRefused: false,
          },
          owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
          since: '2026-11-29T01:07:58.875Z',
          stage: 'provider-review',
          ledger: [
            {
              undo: 'unlock-subject',
              state: 'open',
              submission: 1,
            },
            {
              undo: 'release-website',
              state: 'open',
              submission: 1,
            },
          ],
          nature: 'enterprise',
          reasons: [],
          version: 2,
          deadline: {
            at: '2026-12-01T10:00:00.000Z',
            kind: 'review',
            source: 'S; A-cn; T; rules.md 7, C9; pack 2018-06; calendar China',
            workdays: 1,
            countedFrom: '2026-11-29T01:07:58.875Z',
            provisional: false,
          },
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          province: '12',
          waitingOn: 'provider',
          filingType: 'FIRST',
          submission: 1,
        },
      ],
    },
  },
  FilingStatus: {
    draft: {
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
      version: 1,
      stage: 'draft',
      since: '2026-11-29T01:07:25.485Z',
      at: '2026-11-29T01:07:25.486Z',
      waitingOn: 'applicant',
      deadline: {
        kind: 'idle-lapse',
        at: '2027-01-13T01:07:25.485Z',
        countedFrom: '2026-11-29T01:07:25.485Z',
        provisional: false,
        source: 'P; T; rules.md 7, C32; pack 2018-06',
      },
      submission: 0,
      flags: {
        overdue: false,
        provisional: false,
        onHold: false,
        rePlanned: false,
        cancelRefused: false,
        parked: false,
      },
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2026-11-29',
      reasons: [],
      ledger: [],
      allowedActions: ['submit', 'abandon'],
      stageText: {
        zh: '草稿：填写资料并提交',
        en: 'Draft: fill in the form and submit it',
      },
      atDeadline: {
        zh: '到期仍无操作，备案单失效，占用的域名、证件与服务号全部释放',
        en: 'If nothing is done until then the filing lapses, and certificate, domain and service code are freed',
      },
    },
    'provider-review': {
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
      version: 2,
      stage: 'provider-review',
      since: '2026-11-29T01:07:58.875Z',
      at: '2026-11-29T01:07:58.886Z',
      waitingOn: 'provider',
      deadline: {
        kind: 'review',
        at: '2026-12-01T10:00:00.000Z',
        provisional: false,
        workdays: 1,
        countedFrom: '2026-11-29T01:07:58.875Z',
        source: 'S; A-cn; T; rules.md 7, C9; pack 2018-06; calendar China',
      },
      submission: 1,
      flags: {
        overdue: false,
        provisional: false,
        onHold: false,
        rePlanned: false,
        cancelRefused: false,
        parked: false,
      },
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2026-11-29',
      reasons: [],
      ledger: [
        {
          undo: 'unlock-subject',
          submission: 1,
          state: 'open',
        },
        {
          undo: 'release-website',
          submission: 1,
          state: 'open',
        },
        {
          undo: 'unseal-documents',
          submission: 1,
          state: 'open',
        },
      ],
      allowedActions: ['withdraw'],
      stageText: {
        zh: '服务商审核中，请保持电话畅通',
        en: 'Under review by the provider; be reachable by phone',
      },
      atDeadline: {
        zh: '到期未审完会标为超时并通知组长；不会自动通过或退回',
        en: 'If the review is not done by then it is marked overdue and the lead is told; nothing is decided by the clock',
      },
    },
    'phone-verification': {
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
      version: 18,
      stage: 'phone-verification',
      since: '2026-11-29T01:08:45.697Z',
      at: '2026-11-29T01:08:50.404Z',
      waitingOn: 'applicant',
      deadline: {
        kind: 'phone-window',
        at: '2026-12-02T01:08:45.693Z',
        provisional: false,
        source: 'S; A-cn; rules.md 8.1; pack 2018-06; S; A-cn; rules.md 8.2; pack 2018-06',
      },
      submission: 2,
      flags: {
        overdue: false,
        provisional: false,
        onHold: false,
        parked: false,
        rePlanned: true,
        cancelRefused: false,
      },
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2026-11-29',
      reasons: [],
      identity: {
        methods: ['backdrop', 'designated-place'],
        method: 'backdrop',
        parcel: 'shipped',
        photo: 'accepted',
      },
      phones: [
        {
          administrator: 'subject-administrator',
          confirmed: true,
        },
        {
          administrator: 'site-administrator-1',
          confirmed: false,
        },
      ],
      ledger: [
        {
          undo: 'unlock-subject',
          submission: 2,
          state: 'open',
        },
        {
          undo: 'release-website',
          submission: 2,
          state: 'open',
        },
        {
          undo: 'unseal-documents',
          submission: 2,
          state: 'open',
        },
        {
          undo: 'cancel-backdrop',
          submission: 2,
          state: 'settled',
        },
        {
          undo: 'cancel-authority-order',
          submission: 2,
          state: 'open',
        },
        {
          undo: 'void-phone-codes',
          submission: 2,
          state: 'open',
        },
      ],
      allowedActions: ['confirmPhone'],
      stageText: {
        zh: '等待短信核验',
        en: 'Waiting for the phones to be confirmed',
      },
      atDeadline: {
        zh: '到期未完成短信核验，备案退回，需重新提交',
        en: 'If the phones are not confirmed by then the filing is returned and must be submitted again',
      },
    },
    granted: {
      at: '2026-11-29T01:08:55.107Z',
      asOf: '2026-11-29',
      pack: '2018-06',
      flags: {
        onHold: false,
        parked: false,
        overdue: false,
        rePlanned: false,
        provisional: false,
        cancelRefused: false,
      },
      owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
      since: '2026-11-29T01:08:55.080Z',
      stage: 'granted',
      ledger: [
        {
          undo: 'unlock-subject',
          state: 'settled',
          submission: 2,
        },
        {
          undo: 'release-website',
          state: 'settled',
          submission: 2,
        },
        {
          undo: 'unseal-documents',
          state: 'settled',
          submission: 2,
        },
        {
          undo: 'cancel-backdrop',
          state: 'settled',
          submission: 2,
        },
        {
          undo: 'cancel-authority-order',
          state: 'settled',
          submission: 2,
        },
        {
          undo: 'void-phone-codes',
          state: 'settled',
          submission: 2,
        },
      ],
      nature: 'enterprise',
      phones: [
        {
          confirmed: true,
          administrator: 'subject-administrator',
        },
        {
          confirmed: true,
          administrator: 'site-administrator-1',
        },
      ],
      numbers: {
        sites: [
          {
            number: '津ICP备99000001号-1',
            siteId: '01JDD0W6V6Q7ZK9C3T5M8N0005',
          },
        ],
        subject: '津ICP备99000001号',
      },
      reasons: [],
      version: 20,
      deadline: {
        at: '2026-12-29T01:08:55.080Z',
        kind: 'public-security',
        source: 'rules.md 9.5; pack 2018-06',
        provisional: false,
      },
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      identity: {
        photo: 'accepted',
        method: 'backdrop',
        parcel: 'shipped',
        methods: ['backdrop', 'designated-place'],
      },
      province: '12',
      waitingOn: 'applicant',
      filingType: 'FIRST',
      submission: 2,
      allowedActions: [],
      stageText: {
        zh: '备案成功',
        en: 'Granted',
      },
      atDeadline: {
        zh: '网站开通后须办理公安联网备案；本备案不受影响',
        en: 'The public-security filing is due by then; this filing stays as it is',
      },
    },
  },
  FilingTypeCheck: {
    example: {
      checkId: '01JDD0W6V6Q7ZK9C3T5M8N0001',
      row: 'T06',
      filingType: 'FIRST',
      zh: '主体和域名均未备案：首次备案',
      en: 'neither subject nor domain is filed: first filing',
      pack: '2018-06',
      asOf: '2026-11-29',
      source: 'A-cn; rules.md 1.3, 15.1',
      form: {
        province: '12',
        city: '天津市',
        district: '南开区',
        nature: 'enterprise',
        certificateType: 'business-licence',
        domain: 'shiyan-000000001.cn',
      },
    },
  },
  FilingTypeDecision: {
    example: {
      checkId: '01JDD0W6V6Q7ZK9C3T5M8N0001',
      row: 'T06',
      filingType: 'FIRST',
      zh: '主体和域名均未备案：首次备案',
      en: 'neither subject nor domain is filed: first filing',
      pack: '2018-06',
      asOf: '2026-11-29',
      source: 'A-cn; rules.md 1.3, 15.1',
    },
  },
  Filings: {
    example: {
      items: [
        {
          at: '2026-11-29T01:09:01.170Z',
          asOf: '2026-11-29',
          pack: '2018-06',
          flags: {
            onHold: false,
            parked: false,
            overdue: false,
            rePlanned: false,
            provisional: false,
            cancelRefused: false,
          },
          owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
          since: '2026-11-29T01:09:01.170Z',
          stage: 'abandoned',
          ledger: [],
          nature: 'enterprise',
          reasons: [],
          version: 2,
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N0028',
          province: '12',
          waitingOn: 'nobody',
          filingType: 'CHANGE_SITE',
          submission: 0,
          allowedActions: [],
          stageText: {
            zh: '已放弃',
            en: 'Abandoned',
          },
        },
        {
          at: '2026-11-29T01:08:55.107Z',
          asOf: '2026-11-29',
          pack: '2018-06',
          flags: {
            onHold: false,
            parked: false,
            overdue: false,
            rePlanned: false,
            provisional: false,
            cancelRefused: false,
          },
          owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
          since: '2026-11-29T01:08:55.080Z',
          stage: 'granted',
          ledger: [
            {
              undo: 'unlock-subject',
              state: 'settled',
              submission: 2,
            },
            {
              undo: 'release-website',
              state: 'settled',
              submission: 2,
            },
          ],
          nature: 'enterprise',
          phones: [
            {
              confirmed: true,
              administrator: 'subject-administrator',
            },
            {
              confirmed: true,
              administrator: 'site-administrator-1',
            },
          ],
          numbers: {
            sites: [
              {
                number: '津ICP备99000001号-1',
                siteId: '01JDD0W6V6Q7ZK9C3T5M8N0005',
              },
            ],
            subject: '津ICP备99000001号',
          },
          reasons: [],
          version: 20,
          deadline: {
            at: '2026-12-29T01:08:55.080Z',
            kind: 'public-security',
            source: 'rules.md 9.5; pack 2018-06',
            provisional: false,
          },
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          identity: {
            photo: 'accepted',
            method: 'backdrop',
            parcel: 'shipped',
            methods: ['backdrop', 'designated-place'],
          },
          province: '12',
          waitingOn: 'applicant',
          filingType: 'FIRST',
          submission: 2,
          allowedActions: [],
          stageText: {
            zh: '备案成功',
            en: 'Granted',
          },
          atDeadline: {
            zh: '网站开通后须办理公安联网备案；本备案不受影响',
            en: 'The public-security filing is due by then; this filing stays as it is',
          },
        },
      ],
    },
  },
  FoundFilings: {
    example: {
      query: "WorkflowType = 'filing' AND ExecutionStatus = 'Running'",
      count: 3,
      items: ['01JDD0W6V6Q7ZK9C3T5M8N002P', '01JDD0W6V6Q7ZK9C3T5M8N002Q'],
    },
  },
  IdentityView: {
    example: {
      method: 'backdrop',
      parcels: [
        {
          order: 1,
          state: 'shipped',
          orderedAt: '2026-11-29T01:08:18.658Z',
          movedAt: '2026-11-29T01:08:22.399Z',
        },
      ],
    },
  },
  InAppNotice: {
    example: {
      id: '01JDD0W6V6Q7ZK9C3T5M8N002A',
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      notice: 'abandoned',
      zh: { title: '备案订单 QZDMNPS6：已放弃', text: '订单已放弃，锁定的证件、域名和服务号已释放。' },
      en: {
        title: 'ICP filing QZDMNPS6: abandoned',
        text: 'It was abandoned; certificate, domains and service codes are free again.',
      },
      at: '2026-11-29T01:09:01.170Z',
      readAt: '2026-11-29T01:12:40.002Z',
    },
  },
  InAppNotices: {
    example: {
      unread: 2,
      items: [
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N0029',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N0028',
          notice: 'abandoned',
          zh: {
            title: '备案订单 QZDMNPS6：已放弃',
            text: '订单已放弃，锁定的证件、域名和服务号已释放。',
          },
          en: {
            title: 'ICP filing QZDMNPS6: abandoned',
            text: 'It was abandoned; certificate, domains and service codes are free again.',
          },
          at: '2026-11-29T01:09:01.170Z',
        },
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N002A',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          notice: 'granted',
          zh: {
            title: '备案订单 VKPJ3J0E：备案成功',
            text: '备案号：津ICP备99000001号、津ICP备99000001号-1。请在网站首页底部标明备案号并链接至工信部网站，并在 30 日内办理公安备案。',
          },
          en: {
            title: 'ICP filing VKPJ3J0E: granted',
            text: 'Filing numbers: 津ICP备99000001号, 津ICP备99000001号-1. Show the number at the foot of the home page with a link to the ministry, and file with public security within 30 days.',
          },
          at: '2026-11-29T01:08:55.107Z',
        },
      ],
    },
  },
  KeptHistories: {
    example: {
      items: [
        {
          runId: '0199f0c2-5d0e-7a64-9c1b-2f6f6f0d8a11',
          closedAt: '2026-11-29T01:00:00.000Z',
          events: 143,
          sizeBytes: 182344,
          sha256: '43246630456e21ce86e41ec7df4d4dcd2ccd87d439844602eb59bcb87234b0ee',
          url: 'https://papers.example.cn/beian-documents/histories/01JDD0W6V6Q7ZK9C3T5M8N0001/0199f0c2-5d0e-7a64-9c1b-2f6f6f0d8a11.json?X-Amz-Expires=300&X-Amz-Signature=…',
          expiresAt: '2026-11-29T01:05:00.000Z',
        },
      ],
    },
  },
  Mandate: {
    example: {
      mandateId: '01JDD0W6V6Q7ZK9C3T5M8N000E',
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
      agent: '01JDD0W6V6Q7ZK9C3T5M8N0004',
      createdAt: '2026-11-29T01:07:56.463Z',
    },
  },
  Mandates: {
    example: {
      items: [
        {
          mandateId: '01JDD0W6V6Q7ZK9C3T5M8N000E',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          owner: '01JDD0W6V6Q7ZK9C3T5M8N0002',
          agent: '01JDD0W6V6Q7ZK9C3T5M8N0004',
          createdAt: '2026-11-29T01:07:56.463Z',
        },
      ],
    },
  },
  NoticePreviews: {
    example: {
      items: [
        {
          notice: 'submitted',
          audience: 'applicant',
          views: [
            {
              channel: 'mail',
              language: 'zh',
              title: '备案订单 ABCDEFGH：已提交初审',
              text: '备案订单 ABCDEFGH：已提交初审\n\n我们已收到您的备案申请（第 2 次提交）。初审期间请保持电话畅通。预计 2018-06-04 09:00 至 2018-06-29 18:00 之间有结果。\n\n—\nICP filing ABCDEFGH: submitted for review\n\nWe have received your filing (submission 2). Please be reachable by phone while it is reviewed. A result is expected between 2018-06-04 09:00 (Beijing time) and 2018-06-29 18:00 (Beijing time).\n\n本邮件由系统自动发送，请勿回复。\nThis message was sent by a system; please do not reply.\n',
            },
          ],
        },
      ],
    },
  },
  OperatorViews: {
    example: {
      items: [
        {
          name: 'overdue',
          zh: '已超时',
          en: 'Overdue',
          query: "IcpOverdue = true AND ExecutionStatus = 'Running'",
          open: 'https://beian.example.cn/namespaces/beian/workflows?query=IcpOverdue+%3D+true+AND+ExecutionStatus+%3D+%27Running%27',
          save: 'https://beian.example.cn/namespaces/beian/workflows?query=IcpOverdue+%3D+true+AND+ExecutionStatus+%3D+%27Running%27&savedQuery=Overdue',
        },
        {
          name: 'provider-review',
          zh: '待初审',
          en: 'Provider review',
          query: "IcpStage = 'provider-review' AND ExecutionStatus = 'Running'",
          open: 'https://beian.example.cn/namespaces/beian/workflows?query=IcpStage+%3D+%27provider-review%27+AND+ExecutionStatus+%3D+%27Running%27',
          save: 'https://beian.example.cn/namespaces/beian/workflows?query=IcpStage+%3D+%27provider-review%27+AND+ExecutionStatus+%3D+%27Running%27&savedQuery=Provider+review',
        },
      ],
    },
  },
  ParkedEvents: {
    example: {
      items: [
        {
          service: 'verification',
          eventId: '01JDD0W6V6Q7ZK9C3T5M8N00X3',
          type: 'filing-moved',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N0001',
          cause: 'MESSAGE_TOO_LARGE',
          attempts: 5,
          parkedAt: '2026-11-29T01:00:00.000Z',
          behind: 2,
        },
      ],
    },
  },
  PhoneCodeResent: {
    example: {
      sent: 2,
      left: 1,
    },
  },
  PhotoGuide: {
    example: {
      province: '12',
      items: [
        {
          code: 'PHOTO_OTHER_PERSON',
          zh: '由网站负责人本人拍照',
          en: 'The website administrator himself is in the picture',
        },
        {
          code: 'PHOTO_FRAMING',
          zh: '人像居中，拍上半身正面',
          en: 'Centred, with the upper body',
        },
        {
          code: 'PHOTO_SEASON',
          zh: '穿当季服装',
          en: 'Clothes of the season',
        },
        {
          code: 'PHOTO_RED_OR_BLUE',
          zh: '上衣请勿穿红色或蓝色',
          en: 'No red or blue top',
        },
        {
          code: 'PHOTO_BACKGROUND',
          zh: '画面背景须全部为蓝色幕布',
          en: 'The blue backdrop fills the whole picture',
        },
        {
          code: 'PHOTO_CHARACTERS',
          zh: '幕布文字须清晰可读，不得镜像',
          en: 'Its characters can be read and are not mirrored',
        },
        {
          code: 'PHOTO_EDITED',
          zh: '请勿修图或美颜',
          en: 'No editing, no beautifying',
        },
        {
          code: 'PHOTO_REUSED',
          zh: '重新拍摄，不得使用以前备案的照片',
          en: 'A new picture, not one of an earlier filing',
        },
      ],
      source: 'rules.md 6.1, 15.3 (A-cn, S, T)',
    },
  },
  PhotoPlace: {
    example: {
      province: '12',
      city: '天津市',
      nameZh: '试验拍照点',
      nameEn: 'Trial photo place',
      address: '南开区试验道一号',
      hours: '09:00-17:00',
      perDay: 20,
      placeId: '01JDD0W6V6Q7ZK9C3T5M8N000P',
    },
  },
  PhotoPlaces: {
    example: {
      items: [
        {
          province: '12',
          city: '天津市',
          nameZh: '试验拍照点',
          nameEn: 'Trial photo place',
          address: '南开区试验道一号',
          hours: '09:00-17:00',
          perDay: 20,
          placeId: '01JDD0W6V6Q7ZK9C3T5M8N000P',
        },
      ],
    },
  },
  Preflight: {
    example: {
      ready: false,
      findings: [
        {
          code: 'PHONE_REGION',
          pointer: '/subject/administrators/subject-administrator/mobile',
          severity: 'warning',
          stage: 'provider-review',
          zh: '天津要求本省手机号，请确认',
          en: 'Tianjin asks for a mobile of the province: please make sure',
          remedyZh: '使用本省手机号，或在备注说明原因',
          remedyEn: 'use a mobile of the province, or give the reason in the remark',
          rule: 'phone.local',
          source: 'A-cn 2018-06-09; rules.md 10.4; pack 2018-06',
          offending: '1377465',
          offendingSpan: {
            start: 0,
            end: 7,
          },
        },
        {
          code: 'PHONE_REGION',
          pointer: '/subject/administrators/site-administrator-1/mobile',
          severity: 'warning',
          stage: 'provider-review',
          zh: '天津要求本省手机号，请确认',
          en: 'Tianjin asks for a mobile of the province: please make sure',
          remedyZh: '使用本省手机号，或在备注说明原因',
          remedyEn: 'use a mobile of the province, or give the reason in the remark',
          rule: 'phone.local',
          source: 'A-cn 2018-06-09; rules.md 10.4; pack 2018-06',
          offending: '1310440',
          offendingSpan: {
            start: 0,
            end: 7,
          },
        },
      ],
      notChecked: [],
      pack: '2018-06',
      asOf: '2026-11-29',
      checkedAt: '2026-11-29T01:07:32.798Z',
    },
  },
  Reasons: {
    example: [
      {
        code: 'SITE_NAME',
        pointer: '/sites/0/name',
        text: '名称与内容不符',
        suggestion: '改为企业主页名称',
        id: '01JDD0W6V6Q7ZK9C3T5M8N000M',
        zh: '网站名称不符合要求',
        en: 'the name of the website is not acceptable',
        submission: 1,
        addedAt: '2026-11-29T01:08:03.958Z',
        by: 'provider',
        addedSinceLastLook: true,
      },
      {
        code: 'DOC_QUALITY',
        pointer: '/documents/subject-certificate',
        id: '01JDD0W6V6Q7ZK9C3T5M8N000N',
        zh: '材料不清晰、不完整或不是原件',
        en: 'the document is unclear, incomplete or no original',
        submission: 1,
        addedAt: '2026-11-29T01:08:04.919Z',
        by: 'provider',
        addedSinceLastLook: true,
      },
    ],
  },
  ReleasedParked: {
    example: {
      dryRun: true,
      released: 0,
    },
  },
  Replayed: {
    example: {
      dryRun: true,
      replayed: 0,
      skipped: 0,
      waiting: 0,
    },
  },
  Requirements: {
    example: {
      province: {
        code: '12',
        zh: '天津',
        en: 'Tianjin',
        character: '津',
      },
      nature: {
        zh: '企业',
        en: 'enterprise',
      },
      certificates: ['营业执照', '组织机构代码证', '外国企业常驻代表机构登记证'],
      pack: '2018-06',
      asOf: '2026-11-29',
      sections: [
        {
          section: 'subject',
          zh: '主体',
          en: 'Subject',
          items: [
            {
              rule: 'subject.administrator',
              zh: '主体负责人须为法定代表人',
              en: 'the subject administrator is the legal representative',
              answer: 'rule',
              source: 'A-cn 2018-06-09; rules.md 10.4',
              confidence: 'medium',
            },
          ],
        },
        {
          section: 'website',
          zh: '网站',
          en: 'Website',
          items: [
            {
              rule: 'site.administrator',
              zh: '网站负责人不得与主体负责人为同一人',
              en: 'the website administrator is not the subject administrator',
              answer: 'rule',
              source: 'A-cn 2018-06-09; rules.md 10.4',
              confidence: 'medium',
            },
          ],
        },
        {
          section: 'domain',
          zh: '域名',
          en: 'Domain',
          items: [
            {
              rule: 'domain.holder',
              zh: '域名所有者可为：主办单位、法定代表人',
              en: 'the domain may be held by: the unit, legal representative',
              answer: 'rule',
              source: 'A-cn 2018-06-09; rules.md 10.4',
              confidence: 'medium',
            },
          ],
        },
      ],
      documents: [
        {
          key: 'subject-certificate',
          kind: 'subject-certificate',
          pictureKind: 1,
          required: true,
          neededAt: 'submission',
          zh: '主办单位证件',
          en: 'certificate of the subject',
          source: 'S; T; rules.md 5.1',
        },
        {
          key: 'subject-administrator-id-front',
          kind: 'subject-administrator-id-front',
          pictureKind: 3,
          required: true,
          neededAt: 'submission',
          zh: '主体负责人证件（正面）',
          en: 'ID of the subject administrator, front',
          source: 'S; rules.md 5.1',
        },
      ],
      identity: {
        step: 'after-review',
        methods: ['backdrop', 'designated-place'],
      },
    },
  },
  ResendBegun: {
    counted: {
      matching: 12,
    },
    begun: {
      matching: 12,
      runId: 'resend-2026-11-29',
    },
  },
  ResendRun: {
    example: {
      runId: 'resend-2026-11-29',
      state: 'running',
      released: 3,
      sent: 2,
      failed: 0,
      atMost: 100,
      stopAfter: 3,
    },
  },
  ReviewItem: {
    example: {
      filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
      kind: 'review',
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      submission: 1,
      queuedAt: '2026-11-29T01:07:58.886Z',
      dueAt: '2026-12-01T10:00:00.000Z',
      overdue: false,
      claimedBy: '01JDD0W6V6Q7ZK9C3T5M8N000H',
      claimExpiresAt: '2026-11-29T01:38:00.129Z',
    },
  },
  Reviews: {
    example: {
      items: [
        {
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          kind: 'review',
          province: '12',
          filingType: 'FIRST',
          nature: 'enterprise',
          submission: 1,
          queuedAt: '2026-11-29T01:07:58.886Z',
          dueAt: '2026-12-01T10:00:00.000Z',
          overdue: false,
        },
      ],
    },
  },
  RevisionDifference: {
    example: {
      from: 1,
      to: 2,
      changes: [
        {
          pointer: '/sites/01JDD0W6V6Q7ZK9C3T5M8N0005/name',
          change: 'changed',
          before: '天津试验数据企业主页',
          after: '天津试验数据官方网站',
        },
      ],
      reasons: [
        {
          code: 'SITE_NAME',
          pointer: '/sites/0/name',
          text: '名称与内容不符',
          suggestion: '改为企业主页名称',
          id: '01JDD0W6V6Q7ZK9C3T5M8N000M',
          zh: '网站名称不符合要求',
          en: 'the name of the website is not acceptable',
          submission: 1,
          addedAt: '2026-11-29T01:08:03.958Z',
          by: 'provider',
          outcome: 'fixed',
          changes: ['/sites/01JDD0W6V6Q7ZK9C3T5M8N0005/name'],
        },
        {
          code: 'DOC_QUALITY',
          pointer: '/documents/subject-certificate',
          id: '01JDD0W6V6Q7ZK9C3T5M8N000N',
          zh: '材料不清晰、不完整或不是原件',
          en: 'the document is unclear, incomplete or no original',
          submission: 1,
          addedAt: '2026-11-29T01:08:04.919Z',
          by: 'provider',
          outcome: 'not-touched',
          changes: [],
        },
      ],
      unasked: [],
    },
  },
  RulePacks: {
    example: {
      items: ['2018-06', '2018-09', '2019-04', '2019-07', '2020-08', '2026'],
      current: '2018-06',
    },
  },
  SentMessages: {
    example: {
      items: [
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N000R',
          notice: 'submitted',
          channel: 'mail',
          recipient: '1***@people.example',
          state: 'accepted',
          attempts: 1,
          at: '2026-11-29T01:07:58.886Z',
          movedAt: '2026-11-29T01:07:59.966Z',
        },
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N000S',
          notice: 'submitted',
          channel: 'mail',
          recipient: '1***@people.example',
          state: 'accepted',
          attempts: 1,
          at: '2026-11-29T01:07:58.886Z',
          movedAt: '2026-11-29T01:07:59.994Z',
        },
      ],
    },
  },
  ServiceCode: {
    example: {
      id: '01JDD0W6V6Q7ZK9C3T5M8N0003',
      code: 'd083a49d-e87b-4a3d-a9c9-21f191be584d',
      instanceId: 'i-0001',
      state: 'bound',
      grantedTo: '01JDD0W6V6Q7ZK9C3T5M8N0004',
      createdAt: '2026-11-29T01:07:57.058Z',
    },
  },
  ServiceCodes: {
    example: {
      items: [
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N0003',
          code: 'd083a49d-e87b-4a3d-a9c9-21f191be584d',
          instanceId: 'i-0001',
          state: 'bound',
          grantedTo: '01JDD0W6V6Q7ZK9C3T5M8N0004',
          createdAt: '2026-11-29T01:07:57.058Z',
        },
        {
          id: '01JDD0W6V6Q7ZK9C3T5M8N000G',
          code: 'a7e8015a-25a7-4786-b274-6f70d92993a0',
          instanceId: 'i-0001',
          state: 'bound',
          createdAt: '2026-11-29T01:07:28.592Z',
        },
      ],
    },
  },
  ShellSubjects: {
    example: {
      items: [
        {
          subjectNumber: '津ICP备99000001号',
          since: '2026-11-29T01:00:00.000Z',
          findings: [],
        },
      ],
    },
  },
  SiteAudit: {
    example: {
      items: [
        {
          siteNumber: '津ICP备99000001号-1',
          domain: 'shiyan-000000001.cn',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          filedAt: '2026-11-29T01:08:55.107Z',
          expected: {
            number: '津ICP备99000001号-1',
            link: 'http://www.miitbeian.gov.cn',
          },
          checkedAt: '2026-11-29T01:08:58.957Z',
          dns: 'nowhere',
          addresses: [],
          registration: 'valid',
          homePage: 'not-looked',
          findings: [
            {
              code: 'shell-site',
              pointer: '/domains/shiyan-000000001.cn',
              severity: 'error',
              stage: 'granted',
              zh: '域名 shiyan-000000001.cn 没有解析',
              en: 'The domain shiyan-000000001.cn does not resolve',
              remedyZh: '将域名解析到您在本接入商的境内服务器，否则将作为空壳网站取消接入',
              remedyEn:
                'Point the domain to your mainland server here, or the access is taken away as that of an empty shell',
              rule: 'shell.site',
              source: 'A-cn; rules.md 9.6',
            },
          ],
          failingSince: '2026-11-29T01:08:58.957Z',
        },
      ],
    },
  },
  SiteChecks: {
    example: {
      items: [
        {
          siteNumber: '津ICP备99000001号-1',
          domain: 'shiyan-000000001.cn',
          filingId: '01JDD0W6V6Q7ZK9C3T5M8N000F',
          filedAt: '2026-11-29T01:08:55.107Z',
          expected: {
            number: '津ICP备99000001号-1',
            link: 'http://www.miitbeian.gov.cn',
          },
          checkedAt: '2026-11-29T01:08:58.957Z',
          dns: 'nowhere',
          addresses: [],
          registration: 'valid',
          homePage: 'not-looked',
          findings: [
            {
              code: 'shell-site',
              pointer: '/domains/shiyan-000000001.cn',
              severity: 'error',
              stage: 'granted',
              zh: '域名 shiyan-000000001.cn 没有解析',
              en: 'The domain shiyan-000000001.cn does not resolve',
              remedyZh: '将域名解析到您在本接入商的境内服务器，否则将作为空壳网站取消接入',
              remedyEn:
                'Point the domain to your mainland server here, or the access is taken away as that of an empty shell',
              rule: 'shell.site',
              source: 'A-cn; rules.md 9.6',
            },
          ],
          failingSince: '2026-11-29T01:08:58.957Z',
        },
      ],
      shellSubjects: [],
    },
  },
  SitePart: {
    example: {
      siteId: '01JDD0W6V6Q7ZK9C3T5M8N0005',
      version: 2,
      draft: {
        name: '天津试验数据企业主页',
        domains: ['shiyan-000000001.cn'],
        homePage: 'www.shiyan-000000001.cn',
        serviceContents: [128],
        languages: [1],
        preapprovals: [],
        administrator: 'site-administrator-1',
        serviceCode: 'a7e8015a-25a7-4786-b274-6f70d92993a0',
      },
      completeness: {
        filled: 8,
        of: 8,
      },
    },
  },
  Sites: {
    example: {
      sites: [
        {
          siteId: '01JDD0W6V6Q7ZK9C3T5M8N0005',
          version: 2,
          draft: {
            name: '天津试验数据企业主页',
            domains: ['shiyan-000000001.cn'],
            homePage: 'www.shiyan-000000001.cn',
            serviceContents: [128],
            languages: [1],
            preapprovals: [],
            administrator: 'site-administrator-1',
            serviceCode: 'a7e8015a-25a7-4786-b274-6f70d92993a0',
          },
          completeness: {
            filled: 8,
            of: 8,
          },
        },
      ],
    },
  },
  SubjectPart: {
    example: {
      version: 2,
      locked: {
        province: '12',
        city: '天津市',
        district: '南开区',
        nature: 'enterprise',
        certificateType: 'business-licence',
        certificateNumber: '91120104MA0000007A',
        filingType: 'FIRST',
      },
      draft: {
        name: '天津试验数据有限公司',
        certificateAddress: '南开区试验道一号三层 301 室',
        mailingProvince: '12',
        mailingAddress: '南开区试验道一号三层 301 室',
        superior: '林试文',
        administrators: {
          'site-administrator-1': {
            name: '赵验之',
            certificateType: 'resident-id',
            certificateNumber: '120104198506150028',
            certificateValidUntil: '2038-06-30',
            mobile: '13800000001',
            landline: '022-23456789',
            email: 'zhao@people.example',
            legalRepresentative: false,
          },
          'subject-administrator': {
            name: '林试文',
            certificateType: 'resident-id',
            certificateNumber: '120104198001010011',
            certificateValidUntil: '2038-06-30',
            mobile: '13800000000',
            landline: '022-23456789',
            email: 'lin@people.example',
            legalRepresentative: true,
          },
        },
      },
      completeness: {
        filled: 17,
        of: 17,
      },
    },
  },
  Unmasked: {
    example: {
      pointer: '/subject/administrators/subject-administrator/mobile',
      value: '13800000000',
    },
  },
  UploadGrant: {
    example: {
      uploadId: '01JDD0W6V6Q7ZK9C3T5M8N0006',
      url: 'https://papers.example.cn/beian-documents',
      fields: {
        bucket: 'beian-documents',
        key: 'quarantine/scQVTGJg3x_qkeRzQhToqw',
        'Content-Type': 'image/png',
        'x-amz-checksum-sha256': 'QyRmMEVuIc6G5B7H301NzSzNh9Q5hEYC61m8uHI0sO4=',
        'x-amz-date': '20261129T010733Z',
        'x-amz-algorithm': 'AWS4-HMAC-SHA256',
        'x-amz-credential': 'papers/20261129/cn-east-1/s3/aws4_request',
        policy: 'eyJjb25kaXRpb25zIjpb…',
        'x-amz-signature': '09e80c74c249cef68d37208b8caafb5cffb46b1d3f5aa2e557accc0978921cad',
      },
      expiresAt: '2026-11-29T01:12:33.778Z',
    },
  },
  WechatStatus: {
    example: {
      status: 6,
    },
  },
};
