import { page, registered } from './registered';
import type { Vendor } from './vendor';

const reference = page('GitHub Actions OIDC', 'https://docs.github.com/actions/reference/security/oidc');

export const githubActions: Vendor = {
  id: 'githubActions',
  name: 'GitHub Actions',
  recognises: ({ host, issuer, has }) =>
    host === 'token.actions.githubusercontent.com' ||
    (host.startsWith('token.actions.') && host.endsWith('.ghe.com')) ||
    (host !== '' && issuer.endsWith('/_services/token')) ||
    (has('job_workflow_ref') && has('repository')),
  claims: registered(reference, [
    ['sub', 'text', 'Repository and branch, tag or environment of the job: what trust is tied to.'],
    ['actor', 'text', 'The account that started the run.'],
    ['actor_id', 'text', 'That account’s number.'],
    ['base_ref', 'text', 'The branch the pull request goes to.'],
    ['check_run_id', 'text', 'The check run of the job.'],
    ['enterprise', 'text', 'The enterprise of the repository.'],
    ['enterprise_id', 'text', 'That enterprise’s number.'],
    ['environment', 'text', 'The environment of the job.'],
    ['event_name', 'text', 'What started the run.'],
    ['head_ref', 'text', 'The branch the pull request comes from.'],
    ['job_workflow_ref', 'text', 'The reusable workflow of the job.'],
    ['job_workflow_sha', 'text', 'The commit of the reusable workflow.'],
    ['ref', 'text', 'The branch or tag that started the run.'],
    ['ref_protected', 'text', 'Whether that branch or tag is protected.'],
    ['ref_type', 'text', 'Whether that is a branch or a tag.'],
    ['repository', 'text', 'The repository of the run.'],
    ['repository_id', 'text', 'That repository’s number.'],
    ['repository_owner', 'text', 'The owner of the repository.'],
    ['repository_owner_id', 'text', 'That owner’s number.'],
    ['repository_visibility', 'text', 'Whether the repository is public, internal or private.'],
    ['run_attempt', 'text', 'Which attempt of the run this is.'],
    ['run_id', 'text', 'The run’s number among all runs.'],
    ['run_number', 'text', 'How many times the workflow was run.'],
    ['runner_environment', 'text', 'Who hosts the runner: github-hosted or self-hosted.'],
    ['sha', 'text', 'The commit of the run.'],
    ['workflow', 'text', 'The workflow’s name.'],
    ['workflow_ref', 'text', 'The workflow’s file and branch.'],
    ['workflow_sha', 'text', 'The commit of the workflow’s file.'],
  ]),
  families: registered(reference, [
    ['repo_property_', 'any', 'A property that the repository’s owner defines.'],
  ]),
};
