import { execFileSync } from 'node:child_process';

/** The process ids of the extension hosts of a VS Code Server. */
export function extensionHosts(server: number): readonly number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    return Number(parent) === server && args.includes('--type=extensionHost') ? [Number(pid)] : [];
  });
}

/** Kills the extension hosts of a server outright, as a crash or the system would. Gives which. */
export function killExtensionHosts(server: number): readonly number[] {
  const hosts = extensionHosts(server);
  for (const pid of hosts) process.kill(pid, 'SIGKILL');
  return hosts;
}
